import { firmViewSchema } from '../../src/contract/firm';
import {
  givenAdministrator,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
  type House,
  type StaffMember,
} from '../support';

let house: House;
let staff: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
});
afterAll(() => house.stop());

const somebody = () => portal(house.baseUrl);
const signIn = (userName: string, password: string) => somebody().post('/session', { userName, password });
const accounts = () => house.strapi.db.connection('up_users');

describe('a user name (R6)', () => {
  it('is what the client signs in with, and the address is not, where they differ', async () => {
    const bert = await givenPortalClient(house, staff);
    await accounts().where({ email: bert.email }).update({ username: 'bert.sr' });
    expect((await signIn(bert.email, bert.password)).error.code).toBe('wrong-credentials');
    // Whatever its capitals, the spaces around it, and the keyboard it was typed on.
    for (const typed of ['bert.sr', ' Bert.SR ', 'ｂｅｒｔ．ｓｒ'])
      expect((await signIn(typed, bert.password)).status).toBe(200);
  });

  it('is one account’s alone: the database takes no second one', async () => {
    const [one, other] = [await givenPortalClient(house, staff), await givenPortalClient(house, staff)];
    await accounts().where({ email: one.email }).update({ username: 'only.one' });
    const second = accounts().where({ email: other.email }).update({ username: 'only.one' });
    const UNIQUE: unknown = expect.stringMatching(/^(SQLITE_CONSTRAINT_UNIQUE|23505)$/);
    await expect(second).rejects.toMatchObject({ code: UNIQUE });
  });

  it.each(['email', 'chosen', 'given'] as const)(
    'stands on the sign-in page in the firm’s words: %s',
    async (userNames) => {
      await givenSettings(house, { userNames });
      expect((await somebody().get('/firm')).as(firmViewSchema).userNames).toBe(userNames);
    },
  );
});
