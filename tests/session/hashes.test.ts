import { hash as argon2 } from '@node-rs/argon2';
import { hash as bcrypt } from '@node-rs/bcrypt';
import {
  givenAdministrator,
  givenPortalClient,
  portal,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
});
beforeEach(async () => {
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const account = () => house.strapi.db.connection('up_users').where({ email: anna.email });
const stored = async () => (await account().first<{ password: string }>('password')).password;
const given = (password: string) => account().update({ password });
const signIn = async (password: string) =>
  (await portal(house.baseUrl).post('/session', { userName: anna.email, password })).status;

const OURS = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
const TWENTY = 'van vóór dit portaal';

describe('a password that Strapi hashed with bcrypt (R21)', () => {
  it('lets the client in, and is hashed anew by argon2id at that moment', async () => {
    await given(await bcrypt(TWENTY, 10));
    expect(await signIn(TWENTY)).toBe(200);
    expect(await stored()).toMatch(OURS);
    expect(await signIn(TWENTY)).toBe(200);
  });

  it('stays as it is where the wrong one was typed', async () => {
    const old = await bcrypt(TWENTY, 10);
    await given(old);
    expect(await signIn('not the right one')).toBe(401);
    expect(await stored()).toBe(old);
  });

  it('is not taken for another that only begins alike', async () => {
    const alike = 'x'.repeat(72);
    await given(await bcrypt(alike, 4));
    expect(await signIn(`${alike} and more`)).toBe(401);
    expect(await signIn(alike)).toBe(200);
  });

  it('that is changed while it is judged stays changed, lets nobody in and counts as a wrong one', async () => {
    await given(await bcrypt(TWENTY, 10));
    const { connection } = house.strapi.db;
    let changed: Promise<number> | undefined;
    const change = (_rows: unknown, { sql }: { sql: string }) => {
      if (!/from .up_users. inner join .clients./.test(sql)) return;
      changed ??= account().update({ password: 'another' }).then(Number);
    };
    connection.on('query-response', change);
    const status = await signIn(TWENTY);
    connection.removeListener('query-response', change);
    expect(await changed).toBe(1);
    expect(status).toBe(401);
    expect(await stored()).toBe('another');
    const counter = connection('lockout_counters').where({ subject: `client:${anna.email}` });
    expect(await counter.first('failures', 'judged_wrong')).toEqual({ failures: 1, judged_wrong: 1 });
  });
});

describe('a password hashed by argon2id', () => {
  it.each([
    ['with less memory', { memoryCost: 4096, timeCost: 2 }],
    ['with fewer passes', { memoryCost: 19_456, timeCost: 1 }],
  ])('%s than today is hashed anew', async (_what, cost) => {
    await given(await argon2(TWENTY, { ...cost, parallelism: 1 }));
    expect(await signIn(TWENTY)).toBe(200);
    expect(await stored()).toMatch(OURS);
  });

  it('as today is left alone', async () => {
    const before = await stored();
    expect(await signIn(anna.password)).toBe(200);
    expect(await stored()).toBe(before);
  });
});
