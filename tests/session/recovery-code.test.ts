import { deskAccountListSchema } from '../../src/contract/desk-account';
import { recoveryCodeSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSettings,
  givenSms,
  givenStaff,
  signedInAnswer,
  startStrapi,
  TwilioStandIn,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

const twilio = new TwilioStandIn();
let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  administrator = await givenAdministrator(house);
});
beforeEach(() => house.strapi.db.connection('two_factor_caps').delete());
afterEach(() => givenSettings(house, { recoveryCodeByMail: false }));
afterAll(async () => {
  await house.stop();
  await twilio.close();
});

const givenProtected = async () => {
  const client = await givenPortalClient(house, administrator);
  const sms = await givenSms(client, twilio);
  await house.inbox.next(client.email);
  return { ...client, ...sms };
};
const use = (browser: Browser, code: string) =>
  browser.post('/session/second-step', { method: 'recovery', code });

describe('the recovery code (R25)', () => {
  it('signs in without the phone, once, and another takes its place', async () => {
    const anna = await givenProtected();
    const browser = await givenPassword(house, anna, false);
    const { recoveryCode } = signedInAnswer(await use(browser, anna.recoveryCode));
    expect(recoveryCode).not.toBeNull();
    expect(recoveryCode).not.toBe(anna.recoveryCode);
    expect((await house.inbox.next(anna.email)).subject).toContain('recovery code was used');
    const again = await givenPassword(house, anna, false);
    expect((await use(again, anna.recoveryCode)).error.code).toBe('wrong-code');
    signedInAnswer(await use(again, recoveryCode ?? ''));
  });

  it('is read whatever its capitals and dashes, and where a nought was written as an O', async () => {
    const anna = await givenProtected();
    const typed = ` ${anna.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`;
    signedInAnswer(await use(await givenPassword(house, anna, false), typed));
  });

  it('signs in one of many who give it at once', async () => {
    const anna = await givenProtected();
    const browsers: Browser[] = [];
    for (let one = 0; one < 4; one += 1) browsers.push(await givenPassword(house, anna, false));
    const answers = await Promise.all(browsers.map((browser) => use(browser, anna.recoveryCode)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = answers.filter(({ status }) => status !== 200).map(({ error }) => error.code);
    expect(left).toEqual(['wrong-code', 'wrong-code', 'wrong-code']);
  });

  it('is nobody else’s', async () => {
    const [anna, bert] = [await givenProtected(), await givenProtected()];
    const answer = await use(await givenPassword(house, bert, false), anna.recoveryCode);
    expect(answer.error.code).toBe('wrong-code');
  });

  it('is made anew when the client asks, and the old one ends', async () => {
    const anna = await givenProtected();
    const made = (await anna.portal.post('/account/recovery-code')).as(recoveryCodeSchema);
    const browser = await givenPassword(house, anna, false);
    expect((await use(browser, anna.recoveryCode)).error.code).toBe('wrong-code');
    signedInAnswer(await use(browser, made.recoveryCode));
  });

  it('is kept nowhere, and stands in no outbox and no event', async () => {
    const anna = await givenProtected();
    const tables = ['two_factor_recovery_codes', 'two_factor_methods', 'notifications', 'security_events'];
    const rows = await Promise.all(tables.map((table) => house.strapi.db.connection(table).select()));
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(anna.recoveryCode);
    expect(stored).not.toContain(anna.recoveryCode.replaceAll('-', ''));
  });

  it('is mailed where the firm allows it, with its warning, and otherwise not', async () => {
    const anna = await givenProtected();
    const mail = () => anna.portal.post('/account/recovery-code/mail', { code: anna.recoveryCode });
    expect((await mail()).error.code).toBe('not-allowed');
    expect(house.inbox.waiting(anna.email)).toEqual([]);
    await givenSettings(house, { recoveryCodeByMail: true });
    expect((await mail()).status).toBe(204);
    const { text } = await house.inbox.next(anna.email);
    expect(text).toContain(anna.recoveryCode);
    expect(text).toContain('Please mind');
    const wrong = await anna.portal.post('/account/recovery-code/mail', { code: 'AAAA-AAAA' });
    expect(wrong.error.code).toBe('wrong-code');
  });

  it('locks the account after ten wrong ones over several sign-ins; a right one before that forgives', async () => {
    const anna = await givenProtected();
    const wrongs = async (count: number) => {
      const codes: string[] = [];
      for (let time = 0; time < count; time += 1) {
        if (time % 5 === 0) browser = await givenPassword(house, anna, false);
        codes.push((await use(browser, 'AAAA-AAAA')).error.code);
      }
      return codes;
    };
    let browser = await givenPassword(house, anna, false);
    await wrongs(4);
    const { recoveryCode } = signedInAnswer(await use(browser, anna.recoveryCode));
    expect(await wrongs(10)).toEqual(Array(10).fill('wrong-code'));
    browser = await givenPassword(house, anna, false);
    expect((await use(browser, recoveryCode ?? '')).error.code).toBe('account-locked');
    const events = house.strapi.db
      .connection('security_events')
      .where({ label: anna.email, event: 'second-step-refused', detail: 'recovery' });
    expect(await events).toHaveLength(14);
  });
});

describe('a second step that is lost', () => {
  const accountOf = async ({ client }: Pick<PortalClient, 'client'>) => {
    const answer = await administrator.desk.get(`/clients/${client.id}/accounts`);
    const [account] = answer.as(deskAccountListSchema).accounts;
    if (account === undefined) throw new Error('The client has no account');
    return account;
  };
  const reset = (by: StaffMember, { id }: { id: string }) => by.desk.delete(`/accounts/${id}/second-step`);

  it('is reset by staff of the client, who is told by mail, and then signs in with the password', async () => {
    const anna = await givenProtected();
    const waiting = await givenPassword(house, anna, false);
    const account = await accountOf(anna);
    expect(account).toMatchObject({ secondStep: ['sms'], abilities: { resetSecondStep: true } });
    expect((await reset(administrator, account)).status).toBe(204);
    expect(await accountOf(anna)).toMatchObject({ secondStep: [], abilities: { resetSecondStep: false } });
    expect((await house.inbox.next(anna.email)).subject).toContain('removed the second step');
    expect((await use(waiting, anna.recoveryCode)).error.code).toBe('sign-in-over');
    const browser = await givenPassword(house, anna, false);
    expect((await browser.get('/dossiers')).status).toBe(200);
    const [event] = await house.strapi.db
      .connection('security_events')
      .where({ label: anna.email, event: 'second-step-reset' });
    expect(event).toMatchObject({ actor: 'staff', actor_name: administrator.name });
    expect((await reset(administrator, account)).error.code).toBe('not-found');
  });

  it('is not found by staff the client was not assigned to', async () => {
    const anna = await givenProtected();
    const stranger = await givenStaff(house);
    const account = await accountOf(anna);
    const answer = await reset(stranger, account);
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    expect((await accountOf(anna)).secondStep).toEqual(['sms']);
  });
});
