import type { Methods } from '../../../src/plugins/two-factor/server/services/methods';
import { createPasskeys, type Passkeys } from '../../../src/plugins/two-factor/server/services/passkeys';
import { startStrapi, type House } from '../../support';
import { PasskeyDevice, type Misdeeds } from '../../support/passkey-device';

let house: House;
/** The clock of these tests. */
let time: Date;
let passkeys: Passkeys;
let methods: Methods;
const db = () => house.strapi.db.connection;

beforeAll(async () => {
  house = await startStrapi();
  passkeys = createPasskeys(house, () => time);
  methods = house.strapi.plugin('two-factor').service<Methods>('methods');
});
beforeEach(() => {
  time = new Date();
});
afterAll(() => house.stop());

const minutesLater = (minutes: number): Date => new Date(time.getTime() + minutes * 60_000);
let people = 0;
const nextPerson = (): string => `person ${(people += 1)}`;

const asked = (subject: string, boundTo = `session:${subject}`) =>
  passkeys.askToMake({ subject, boundTo, issuer: 'Kantoor', name: subject, displayName: subject });

/** Keeps what was made as the host does. */
const keep = async (subject: string, given: unknown, boundTo = `session:${subject}`): Promise<boolean> => {
  const made = await passkeys.made({ boundTo, given });
  if (made === undefined) return false;
  const { counter, ...passkey } = made;
  const id = await methods.begin(subject, { kind: 'passkey', label: 'Phone', ...passkey });
  return methods.confirm(subject, id, db(), { counter });
};

const registerAs = async (
  subject: string,
  device = new PasskeyDevice(house.baseUrl),
  misdeeds: Misdeeds = {},
): Promise<boolean> => keep(subject, device.create(await asked(subject), misdeeds));

const givenPasskey = async (): Promise<{ subject: string; device: PasskeyDevice }> => {
  const [subject, device] = [nextPerson(), new PasskeyDevice(house.baseUrl)];
  expect(await registerAs(subject, device)).toBe(true);
  return { subject, device };
};

const ownerOf = async (boundTo: string, given: unknown): Promise<string | undefined> => {
  const { subject, isRight } = await passkeys.owner({ boundTo, given });
  return isRight ? subject : undefined;
};

/** Asks without a name, and lets the device answer. */
const proveWith = async (device: PasskeyDevice, misdeeds: Misdeeds = {}): Promise<string | undefined> => {
  const options = await passkeys.askToProve({ boundTo: 'browser:one' });
  return ownerOf('browser:one', device.prove(options, misdeeds));
};

describe('making a passkey (B9)', () => {
  it('asks for one that verifies its user and needs no name', async () => {
    const options = await asked('anna');
    expect(options.rp.id).toBe('127.0.0.1');
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(options.user.id).not.toContain('anna');
  });

  it('keeps it, and several, and asks a device for one of each', async () => {
    const { subject } = await givenPasskey();
    expect(await registerAs(subject)).toBe(true);
    expect(await methods.list(subject)).toHaveLength(2);
    expect((await asked(subject)).excludeCredentials).toHaveLength(2);
  });

  it.each<[string, Misdeeds]>([
    ['a page of somebody else', { origin: 'https://kantoor.example.evil.test' }],
    ['another name', { rpId: 'evil.test' }],
    ['another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['a user who was not verified', { verified: false }],
  ])('refuses one made for %s', async (_what, misdeeds) => {
    const subject = nextPerson();
    expect(await registerAs(subject, new PasskeyDevice(house.baseUrl), misdeeds)).toBe(false);
    expect(await methods.list(subject)).toEqual([]);
  });

  it('takes one answer, in its time, from the session that asked', async () => {
    const [subject, device] = [nextPerson(), new PasskeyDevice(house.baseUrl)];
    const given = device.create(await asked(subject));
    expect(await keep(subject, given, 'session:other')).toBe(false);
    expect(await keep(subject, given)).toBe(true);
    expect(await keep(subject, given)).toBe(false);
    const late = device.create(await asked(subject));
    time = minutesLater(5);
    expect(await keep(subject, late)).toBe(false);
  });

  it.each([null, 'text', {}, { id: 'a', rawId: 'a', type: 'public-key', response: {} }])(
    'takes %j for no answer',
    async (given) => {
      await asked('anna');
      expect(await passkeys.made({ boundTo: 'session:anna', given })).toBeUndefined();
      expect(await passkeys.owner({ boundTo: 'session:anna', given })).toEqual({ isRight: false });
    },
  );

  it('does not hand a passkey that one person has to another', async () => {
    const { subject } = await givenPasskey();
    const [kept] = await methods.list(subject);
    const stolen = { kind: 'passkey', label: 'Theirs', data: {}, handle: kept?.handle ?? '' } as const;
    await expect(methods.begin(nextPerson(), stolen)).rejects.toMatchObject({
      code: expect.stringMatching(/^(SQLITE_CONSTRAINT_UNIQUE|23505)$/) as unknown,
    });
  });
});

describe('proving a passkey (B9)', () => {
  it('tells whose it is where no name was given', async () => {
    const { subject, device } = await givenPasskey();
    expect(await proveWith(device)).toBe(subject);
  });

  it('is a second step where a name was given, with a device that names nobody too', async () => {
    const { subject, device } = await givenPasskey();
    const options = await passkeys.askToProve({ boundTo: 'sign-in', subject });
    expect(options.allowCredentials).toHaveLength(1);
    const given = device.prove(options, { userHandle: undefined });
    expect(await methods.verify(subject, 'passkey', { challenge: 'another sign-in', given })).toBe(false);
    expect(await methods.verify(subject, 'passkey', { challenge: 'sign-in', given })).toBe(true);
    expect(await methods.verify(subject, 'passkey', { challenge: 'sign-in', given })).toBe(false);
  });

  it.each<[string, Misdeeds]>([
    ['on a page of somebody else', { origin: 'http://127.0.0.1:1' }],
    ['for another name', { rpId: 'localhost' }],
    ['with a challenge that nobody made', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['with a user who was not verified', { verified: false }],
    ['with the handle of somebody else', { userHandle: 'c29tZWJvZHkgZWxzZQ' }],
    ['without a handle, where no name was given', { userHandle: undefined }],
  ])('tells nothing %s', async (_what, misdeeds) => {
    const { device } = await givenPasskey();
    expect(await proveWith(device, misdeeds)).toBeUndefined();
  });

  it('tells nothing when the count of the device goes back or stays: there are two of it', async () => {
    const { subject, device } = await givenPasskey();
    expect(await proveWith(device, { counter: 7 })).toBe(subject);
    expect(await proveWith(device, { counter: 7 })).toBeUndefined();
    expect(await proveWith(device, { counter: 6 })).toBeUndefined();
    expect(await proveWith(device, { counter: 0 })).toBeUndefined();
    expect(await proveWith(device, { counter: 8 })).toBe(subject);
  });

  it('goes on with devices that do not count', async () => {
    const { subject, device } = await givenPasskey();
    expect(await proveWith(device, { counter: 0 })).toBe(subject);
    expect(await proveWith(device, { counter: 0 })).toBe(subject);
  });

  it('is one answer to one question', async () => {
    const { subject, device } = await givenPasskey();
    const given = device.prove(await passkeys.askToProve({ boundTo: 'browser:two' }));
    expect(await ownerOf('browser:three', given)).toBeUndefined();
    expect(await ownerOf('browser:two', given)).toBe(subject);
    expect(await ownerOf('browser:two', given)).toBeUndefined();
  });

  it('is one answer when it is given many times at once', async () => {
    const { subject, device } = await givenPasskey();
    const given = device.prove(await passkeys.askToProve({ boundTo: 'browser:four' }), { counter: 0 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ownerOf('browser:four', given)));
    expect(answers.filter((owner) => owner === subject)).toHaveLength(1);
  });

  it('is used up by a wrong answer too', async () => {
    const { device } = await givenPasskey();
    const options = await passkeys.askToProve({ boundTo: 'browser:five' });
    const wrong = device.prove(options, { origin: 'http://evil.test' });
    expect(await ownerOf('browser:five', wrong)).toBeUndefined();
    expect(await ownerOf('browser:five', device.prove(options))).toBeUndefined();
  });

  it('ends with the next question, and after five minutes', async () => {
    const { subject, device } = await givenPasskey();
    const ask = () => passkeys.askToProve({ boundTo: 'browser:six' });
    const first = device.prove(await ask());
    const second = await ask();
    expect(await ownerOf('browser:six', first)).toBeUndefined();
    expect(await ownerOf('browser:six', device.prove(second))).toBe(subject);
    const third = await ask();
    time = minutesLater(5);
    expect(await ownerOf('browser:six', device.prove(third))).toBeUndefined();
  });

  it('is no answer to what was asked for making one', async () => {
    const { subject, device } = await givenPasskey();
    const { challenge } = await asked(subject);
    const options = await passkeys.askToProve({ boundTo: 'browser:seven' });
    const given = device.prove({ ...options, challenge });
    expect(await ownerOf(`session:${subject}`, given)).toBeUndefined();
  });

  it('is no good for somebody else', async () => {
    const [anna, bert] = [await givenPasskey(), await givenPasskey()];
    const options = await passkeys.askToProve({ boundTo: 'browser:eight', subject: bert.subject });
    const given = anna.device.prove({ ...options, allowCredentials: [] });
    expect(await methods.verify(bert.subject, 'passkey', { challenge: 'browser:eight', given })).toBe(false);
  });

  it('is no good any more when the passkey was removed', async () => {
    const { subject, device } = await givenPasskey();
    const [kept] = await methods.list(subject);
    expect(await methods.remove('somebody else', kept?.id ?? '')).toBe(false);
    expect(await methods.remove(subject, kept?.id ?? '')).toBe(true);
    expect(await proveWith(device)).toBeUndefined();
  });

  it('leaves nothing behind of what was asked and never answered', async () => {
    await passkeys.askToProve({ boundTo: 'browser:nine' });
    time = minutesLater(6);
    await passkeys.askToProve({ boundTo: 'browser:ten' });
    expect(await db()('two_factor_ceremonies').where({ bound_to: 'browser:nine' })).toEqual([]);
  });
});
