import { locking } from './locking';
import {
  givenAdministrator,
  givenSettings,
  startStrapi,
  tokenIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

let house: House;
let bea: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
});
afterAll(() => house.stop());
afterEach(() => givenSettings(house, { wrongPasswords: 3, selfUnlock: true }));

const UNLOCK = 'aktenpoort_unlock';
const { somebody, tryRight, tryWrong, givenAnna, lockFor, eventsOf } = locking(
  () => house,
  () => bea,
);

describe('B7: the mail about a lock', () => {
  const lockedAnna = async (): Promise<{ anna: PortalClient; token: string }> => {
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    return { anna, token: tokenIn(await house.inbox.next(anna.email)) };
  };

  it('comes once, says nothing of the case, and its link with the password unlocks', async () => {
    const anna = await givenAnna();
    const stranger = somebody();
    await lockFor(stranger, anna);
    await tryWrong(stranger, anna);
    const mail = await house.inbox.next(anna.email);
    expect(mail.text).not.toContain(anna.client.name);
    expect(house.inbox.waiting(anna.email)).toEqual([]);
    const own = somebody();
    expect((await own.post('/unlock', { token: tokenIn(mail) })).status).toBe(204);
    expect(await tryRight(own, anna)).toBe('signed in');
    expect(own.cookies.has(UNLOCK)).toBe(false);
    expect(await tryRight(somebody(), anna)).toBe('signed in');
    expect(await eventsOf(anna, 'unlocked')).toMatchObject([{ actor: 'client', detail: 'mail' }]);
  });

  it('unlocks nothing without the password, and lets it be guessed three times', async () => {
    const { anna, token } = await lockedAnna();
    const own = somebody();
    await own.post('/unlock', { token });
    expect(await tryRight(somebody(), anna)).toBe('account-locked');
    await lockFor(own, anna);
    expect(await tryRight(own, anna)).toBe('account-locked');
    // The mail about this second lock holds no link: else who has the mailbox could guess for ever.
    expect((await house.inbox.next(anna.email)).links.filter((link) => link.includes('#'))).toEqual([]);
  });

  it('has a link that works once, within the hour, and for nothing else', async () => {
    const used = await lockedAnna();
    await somebody().post('/unlock', { token: used.token });
    const old = await lockedAnna();
    await house.strapi.db
      .connection('mailed_links')
      .where({ purpose: 'unlock', used_at: null })
      .update({ ends_at: new Date(Date.now() - 1) });
    await somebody().post('/password-reset', { email: used.anna.email });
    const reset = tokenIn(await house.inbox.next(used.anna.email));
    const answers = [];
    for (const token of [used.token, old.token, reset, 'A'.repeat(43)])
      answers.push((await somebody().post('/unlock', { token })).json);
    expect(answers[0]).toMatchObject({ error: { code: 'link-invalid' } });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const fresh = await lockedAnna();
    const password = 'een heel andere lange zin';
    const asReset = await somebody().post('/password', { token: fresh.token, password });
    expect(asReset.error.code).toBe('link-invalid');
    // Neither was used up by being tried at the wrong door.
    expect((await somebody().post('/password', { token: reset, password })).status).toBe(204);
    expect((await somebody().post('/unlock', { token: fresh.token })).status).toBe(204);
  });

  it('holds a link that one of two who use it at once can use', async () => {
    const { token } = await lockedAnna();
    const answers = await Promise.all([1, 2].map(() => somebody().post('/unlock', { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('is no key to another account', async () => {
    const { token } = await lockedAnna();
    const { anna: bert } = await lockedAnna();
    const own = somebody();
    await own.post('/unlock', { token });
    expect(await tryRight(own, bert)).toBe('account-locked');
  });

  it('holds no link where the firm alone unlocks, and an older link works no more', async () => {
    const { token } = await lockedAnna();
    await givenSettings(house, { selfUnlock: false });
    expect((await somebody().post('/unlock', { token })).error.code).toBe('link-invalid');
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    expect((await house.inbox.next(anna.email)).links.filter((link) => link.includes('#'))).toEqual([]);
  });
});
