import { z } from 'zod';
import {
  browser,
  givenAdministrator,
  givenStaff,
  startStrapi,
  STAFF_PASSWORD,
  type House,
  type StaffMember,
} from '../support';

let house: House;
let jan: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
afterAll(() => house.stop());

const profileSchema = z.object({
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  username: z.string().nullable(),
  email: z.string(),
  preferedLanguage: z.string().nullable(),
});
type Profile = z.infer<typeof profileSchema>;

/** What the panel's own page knows of a member of staff, and sends back whole. */
const profileOf = async ({ admin }: StaffMember): Promise<Profile> =>
  (await admin.get('/users/me')).as(z.object({ data: profileSchema })).data;

const ANOTHER = [
  ['first name', { firstname: 'Bea' }],
  ['last name', { lastname: 'Beheer' }],
  ['lack of a last name', { lastname: null }],
  ['e-mail address', { email: 'bea.beheer@kantoor.example' }],
  ['user name', { username: 'bea' }],
] as const;

describe('a member of staff', () => {
  it.each(ANOTHER)('does not take another %s by themselves', async (_what, change) => {
    const before = await profileOf(jan);
    for (const sent of [change, { ...before, ...change }])
      for (const address of ['/users/me', '/users/me/', '/USERS/ME'])
        expect((await jan.admin.put(address, sent)).status).toBe(403);
    expect(await profileOf(jan)).toEqual(before);
  });

  it.each(['nl', 'en', 'de'])('is told in their own language who may: %s', async (language) => {
    expect((await jan.admin.put('/users/me', { preferedLanguage: language })).status).toBe(200);
    const texts = z
      .object({ default: z.record(z.string(), z.string()) })
      .parse(await import(`../../src/texts/${language}/errors.json`));
    const { error } = await jan.admin.put('/users/me', { firstname: 'Bea' });
    expect(error.message).toBe(texts.default['error.own-name-is-kept']);
  });

  it('saves the panel’s page, which sends everything, with another language', async () => {
    const before = await profileOf(jan);
    const email = before.email.toUpperCase();
    const answer = await jan.admin.put('/users/me', { ...before, email, preferedLanguage: 'de' });
    expect(answer.status).toBe(200);
    expect(await profileOf(jan)).toEqual({ ...before, preferedLanguage: 'de' });
  });

  it('changes their password, for which Strapi asks for the old one', async () => {
    const eva = await givenStaff(house, 'Eva');
    const password = 'Een-nieuw-wachtwoord-2';
    const before = await profileOf(eva);
    const sent = { ...before, password, currentPassword: STAFF_PASSWORD };
    expect((await eva.admin.put('/users/me', sent)).status).toBe(200);
    const panel = browser(house.baseUrl, '/admin');
    expect((await panel.post('/login', { email: eva.email, password })).status).toBe(200);
  });
});

describe('the administrator', () => {
  it('gives another name to staff, and to themselves', async () => {
    const { admin } = await givenAdministrator(house);
    expect((await admin.put('/users/me', { firstname: 'Beatrix' })).json).toMatchObject({
      data: { firstname: 'Beatrix' },
    });
    const eva = await givenStaff(house, 'Eva');
    const { id } = (await eva.admin.get('/users/me')).as(
      z.object({ data: z.object({ id: z.number() }) }),
    ).data;
    expect((await admin.put(`/users/${id}`, { firstname: 'Eef' })).status).toBe(200);
    expect((await profileOf(eva)).firstname).toBe('Eef');
  });
});
