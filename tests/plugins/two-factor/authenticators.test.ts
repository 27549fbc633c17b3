import { Secret } from 'otpauth';
import {
  createAuthenticators,
  type Authenticators,
} from '../../../src/plugins/two-factor/server/services/authenticators';
import type { Methods } from '../../../src/plugins/two-factor/server/services/methods';
import { startStrapi, type House } from '../../support';
import { appCode, otherThan } from '../../support/authenticator-app';

let house: House;
let authenticators: Authenticators;
let methods: Methods;
const db = () => house.strapi.db.connection;
const rows = () => db()('two_factor_methods');

beforeAll(async () => {
  house = await startStrapi();
  const plugin = house.strapi.plugin('two-factor');
  authenticators = plugin.service<Authenticators>('authenticators');
  methods = plugin.service<Methods>('methods');
});
afterAll(() => house.stop());

let people = 0;
const APP = { issuer: 'Kantoor De Vries', label: 'anna@client.example' };

/** Somebody whose app counts, and of which no code was used yet. */
const givenApp = async (): Promise<{ subject: string; secret: string; id: string }> => {
  const subject = `person ${(people += 1)}`;
  const { shown, sealed } = authenticators.newApp(subject, APP);
  const id = await methods.begin(subject, { kind: 'totp', data: { secret: sealed }, label: 'App' });
  expect(await methods.confirm(subject, id)).toBe(true);
  return { subject, secret: shown, id };
};

const isGood = (subject: string, given: string): Promise<boolean> =>
  methods.verify(subject, 'totp', { challenge: 'any', given });

describe('a secret for an authenticator app (B9)', () => {
  it('has 160 bits, as letters and as an address that every app reads', () => {
    const { shown, address } = authenticators.newApp('anna', APP);
    expect(Secret.fromBase32(shown).bytes).toHaveLength(20);
    const { protocol, pathname, searchParams } = new URL(address);
    expect(protocol).toBe('otpauth:');
    expect(decodeURIComponent(pathname)).toContain('Kantoor De Vries:anna@client.example');
    expect(Object.fromEntries(searchParams)).toMatchObject({ secret: shown, digits: '6', period: '30' });
    expect(authenticators.newApp('anna', APP).shown).not.toBe(shown);
  });

  it('cannot be read in the database', async () => {
    const { secret, id } = await givenApp();
    const row = await rows().where({ document_id: id }).first<{ data: string }>('*');
    const { secret: sealed } = JSON.parse(row.data) as { secret: string };
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(Buffer.from(sealed, 'base64url').includes(secret)).toBe(false);
  });

  it('opens for nobody else, so that who writes in the database cannot lend an app', async () => {
    const [anna, bert] = [await givenApp(), await givenApp()];
    const lent = await rows().where({ document_id: anna.id }).first<{ data: string }>('data');
    await rows().where({ document_id: bert.id }).update(lent);
    await expect(isGood(bert.subject, appCode(anna.secret))).rejects.toThrow();
  });

  it('does not open when a bit of it was changed, or under another secret of the project', () => {
    const { sealed, shown } = authenticators.newApp('anna', APP);
    expect(authenticators.stepOf('anna', sealed, appCode(shown))).toEqual(expect.any(Number));
    const bytes = Buffer.from(sealed, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    expect(() => authenticators.stepOf('anna', bytes.toString('base64url'), '000000')).toThrow();
    const elsewhere = startedWith('another secret of another project');
    expect(() => elsewhere.stepOf('anna', sealed, '000000')).toThrow();
  });
});

/** The service of a project with another secret. */
const startedWith = (secret: string): Authenticators => {
  const known = house.strapi.config.get<object>('plugin::two-factor');
  house.strapi.config.set('plugin::two-factor', { ...known, secret });
  try {
    return createAuthenticators(house);
  } finally {
    house.strapi.config.set('plugin::two-factor', known);
  }
};

describe('a code of an authenticator app (B9)', () => {
  const time = new Date('2026-03-02T09:00:00Z');

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('of a clock that is %i seconds off is good: %s', (off, good) => {
    const clocked = createAuthenticators(house, () => time);
    const { shown, sealed } = clocked.newApp('anna', APP);
    const step = clocked.stepOf('anna', sealed, appCode(shown, off, time.getTime()));
    expect(step).toBe(good ? Math.floor(time.getTime() / 30_000) + off / 30 : undefined);
  });

  it('may be typed with a space, as apps show it', async () => {
    const { subject, secret } = await givenApp();
    const code = appCode(secret);
    expect(await isGood(subject, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
  });

  it('is good once', async () => {
    const { subject, secret } = await givenApp();
    const code = appCode(secret);
    expect(await isGood(subject, code)).toBe(true);
    expect(await isGood(subject, code)).toBe(false);
  });

  it('is good once when it is given many times at once', async () => {
    const { subject, secret } = await givenApp();
    const code = appCode(secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => isGood(subject, code)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('ends the codes before it', async () => {
    const { subject, secret } = await givenApp();
    const earlier = appCode(secret);
    expect(await isGood(subject, appCode(secret, 30))).toBe(true);
    expect(await isGood(subject, earlier)).toBe(false);
  });

  it.each(['', 'abcdef', '12345', '1234567', '123456\u0000', '１２３４５６'])('is not %j', async (given) => {
    const { subject } = await givenApp();
    expect(await isGood(subject, given)).toBe(false);
  });

  it('is no good for somebody else, nor when it is a wrong one', async () => {
    const [anna, bert] = [await givenApp(), await givenApp()];
    expect(await isGood(bert.subject, appCode(anna.secret))).toBe(false);
    expect(await isGood('nobody', appCode(anna.secret))).toBe(false);
    expect(await isGood(anna.subject, otherThan(appCode(anna.secret)))).toBe(false);
  });

  it('is no good before the app was confirmed, nor after it was removed', async () => {
    const { shown, sealed } = authenticators.newApp('carla', APP);
    const id = await methods.begin('carla', { kind: 'totp', data: { secret: sealed }, label: 'App' });
    expect(await isGood('carla', appCode(shown))).toBe(false);
    await methods.confirm('carla', id);
    await methods.remove('carla', id);
    expect(await isGood('carla', appCode(shown))).toBe(false);
  });
});
