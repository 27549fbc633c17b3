import { sessionViewSchema } from '../../src/contract/account';
import { activatedSchema } from '../../src/contract/activation';
import { deskClientSchema } from '../../src/contract/client';
import {
  CLIENT_PASSWORD,
  givenAdministrator,
  givenClient,
  givenPortalClient,
  portal,
  startStrapi,
  tokenIn,
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
const invited = async () => {
  const client = await givenClient(staff);
  await staff.desk.post(`/clients/${client.id}/invitation`);
  await house.inbox.next(client.email);
  return client;
};
const linkFor = async (email: string) => {
  await somebody().post('/activation', { email });
  return tokenIn(await house.inbox.next(email));
};

describe('an invitation', () => {
  it('leads in three mails to a client who is signed in (R3, R4)', async () => {
    const client = await givenClient(staff, { language: 'nl' });
    const afterwards = (await staff.desk.post(`/clients/${client.id}/invitation`)).as(deskClientSchema);
    expect(afterwards.accountState).toBe('invited');

    const first = await house.inbox.next(client.email);
    const [link] = first.links;
    expect(link).toMatch(/\/portal\/activation#[a-z0-9]{24}$/);
    expect(first.subject).toContain('toegang tot het cliëntenportaal');

    const browser = somebody();
    expect((await browser.post('/activation', { email: client.email })).status).toBe(202);
    const second = await house.inbox.next(client.email);
    const given = { token: tokenIn(second), password: CLIENT_PASSWORD };
    const activated = await browser.post('/activation/link', given);
    expect(activated.as(activatedSchema)).toMatchObject({
      signIn: { state: 'signed-in' },
      firstScreen: 'details',
    });
    expect((await browser.get('/session')).as(sessionViewSchema).account?.email).toBe(client.email);

    const third = await house.inbox.next(client.email);
    expect(third.subject).toContain('klaar');
    expect((await staff.desk.get(`/clients/${client.id}`)).as(deskClientSchema).accountState).toBe('active');
  });

  it('is refused for a client who chose another way than the portal (R2)', async () => {
    const client = await givenClient(staff, { communication: 'post' });
    const answer = await staff.desk.post(`/clients/${client.id}/invitation`);
    expect([answer.status, answer.error.code]).toEqual([409, 'portal-not-chosen']);
    expect(client.consentedAt).toBeNull();
  });

  it('is refused for a client who already uses the portal', async () => {
    const { client } = await givenPortalClient(house, staff);
    expect((await staff.desk.post(`/clients/${client.id}/invitation`)).error.code).toBe('already-active');
  });

  it('is refused where the address belongs to another client', async () => {
    const { client } = await givenPortalClient(house, staff);
    const other = await givenClient(staff, { email: client.email });
    expect((await staff.desk.post(`/clients/${other.id}/invitation`)).error.code).toBe('email-taken');
  });

  it('can be sent again', async () => {
    const client = await invited();
    expect((await staff.desk.post(`/clients/${client.id}/invitation`)).status).toBe(202);
    const [link] = (await house.inbox.next(client.email)).links;
    expect(link).toContain(`${house.baseUrl}/portal/activation#`);
  });
});

describe('asking for the second mail', () => {
  it('answers everybody alike, and writes only to who was invited', async () => {
    const client = await invited();
    const active = await givenPortalClient(house, staff);
    const known = await somebody().post('/activation', { email: client.email });
    const unknown = await somebody().post('/activation', { email: 'nobody@client.example' });
    const already = await somebody().post('/activation', { email: active.email });
    for (const answer of [known, unknown, already]) expect([answer.status, answer.json]).toEqual([202, {}]);
    await house.inbox.next(client.email);
    const rows: { email: string }[] = await house.strapi.db
      .connection('notifications')
      .join('up_users', 'up_users.id', 'notifications.account_id')
      .where({ event: 'activation-link' })
      .select('up_users.email');
    expect(rows.filter(({ email }) => email === active.email)).toHaveLength(1);
    expect(house.inbox.waiting(active.email)).toEqual([]);
  });
});

describe('a mailed link', () => {
  const use = (token: string, password = CLIENT_PASSWORD) =>
    somebody().post('/activation/link', { token, password });

  it('works once', async () => {
    const token = await linkFor((await invited()).email);
    expect((await use(token)).status).toBe(200);
    expect((await use(token)).error.code).toBe('link-invalid');
  });

  it('works once also for two who use it at the same time', async () => {
    const token = await linkFor((await invited()).email);
    const statuses = (await Promise.all([use(token), use(token), use(token)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410, 410]);
  });

  it('is not used up by looking at it', async () => {
    const { email } = await invited();
    await somebody().post('/activation', { email });
    const [link = ''] = (await house.inbox.next(email)).links;
    await fetch(link);
    await fetch(link, { method: 'HEAD' });
    const token = link.split('#')[1] ?? '';
    expect((await use(token)).status).toBe(200);
  });

  const aMinuteLater = () =>
    house.strapi.db.connection('notifications').update({ created_at: new Date(Date.now() - 61_000) });

  it('ends when a new one is asked for', async () => {
    const { email } = await invited();
    const older = await linkFor(email);
    await aMinuteLater();
    const newer = await linkFor(email);
    expect((await use(older)).error.code).toBe('link-invalid');
    expect((await use(newer)).status).toBe(200);
  });

  it('is mailed once a minute, however often it is asked for', async () => {
    const { email } = await invited();
    const token = await linkFor(email);
    await Promise.all(Array.from({ length: 5 }, () => somebody().post('/activation', { email })));
    const asked = await house.strapi.db.connection('notifications').where({ state: 'waiting' });
    expect(asked).toEqual([]);
    expect(house.inbox.waiting(email)).toEqual([]);
    expect((await use(token)).status).toBe(200);
  });

  it('of an earlier time does not open an account that is active by now', async () => {
    const anna = await givenPortalClient(house, staff);
    const accounts = house.strapi.db.connection('up_users').where({ email: anna.email });
    await accounts.clone().update({ activated_at: null });
    await aMinuteLater();
    const token = await linkFor(anna.email);
    await accounts.clone().update({ activated_at: new Date() });
    expect((await use(token, 'another long sentence')).error.code).toBe('link-invalid');
    expect(
      (await somebody().post('/session', { userName: anna.email, password: anna.password })).status,
    ).toBe(200);
  });

  it('does not open an account that is blocked', async () => {
    const { email } = await invited();
    const token = await linkFor(email);
    await house.strapi.db.connection('up_users').where({ email }).update({ blocked: true });
    expect((await use(token)).error.code).toBe('link-invalid');
  });

  it('ends after a day, in the same words as a wrong one', async () => {
    const token = await linkFor((await invited()).email);
    await house.strapi.db.connection('mailed_links').update({ ends_at: new Date(Date.now() - 1) });
    const old = await use(token);
    const wrong = await use('A'.repeat(43));
    expect([old.status, old.json]).toEqual([wrong.status, wrong.json]);
  });

  it('survives a password that is too short', async () => {
    const token = await linkFor((await invited()).email);
    expect((await use(token, 'elf tekens.')).error.code).toBe('password-too-short');
    expect((await use(token, 'twaalf teken')).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a mailed link, which signs nobody in and ends every session (R10)', async () => {
    const anna = await givenPortalClient(house, staff);
    const browser = somebody();
    expect((await browser.post('/password-reset', { email: anna.email })).status).toBe(202);
    const token = tokenIn(await house.inbox.next(anna.email));
    const answer = await browser.post('/password', { token, password: 'een heel nieuwe zin' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await browser.get('/dossiers')).status).toBe(401);
    expect((await anna.portal.get('/dossiers')).status).toBe(401);
    expect((await browser.post('/session', { userName: anna.email, password: anna.password })).status).toBe(
      401,
    );
    expect(
      (await browser.post('/session', { userName: anna.email, password: 'een heel nieuwe zin' })).status,
    ).toBe(200);
    expect((await house.inbox.next(anna.email)).subject).toContain('password');
  });

  it('answers unknown addresses alike', async () => {
    const answer = await somebody().post('/password-reset', { email: 'nobody@client.example' });
    expect([answer.status, answer.json]).toEqual([202, {}]);
  });
});
