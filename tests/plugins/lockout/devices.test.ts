import fc from 'fast-check';
import type { Devices } from '../../../src/plugins/lockout/server/services/devices';
import { startStrapi, type House } from '../../support';

let house: House;
let devices: Devices;

beforeAll(async () => {
  house = await startStrapi();
  devices = house.strapi.plugin('lockout').service<Devices>('devices');
});
afterAll(() => house.stop());

const ANNA = { subject: 'client:anna', stamp: 'hash of the password' };
const BERT = { subject: 'client:bert', stamp: 'hash of the password' };

describe('a known device', () => {
  it('is counted for itself, and is the same at each visit', () => {
    const value = devices.remember(undefined, ANNA);
    const subject = devices.subjectOf(value, ANNA);
    expect(subject).toMatch(/^client:anna#device:[\w-]{22}$/);
    expect(devices.subjectOf(devices.remember(value, ANNA), ANNA)).toBe(subject);
    expect(devices.subjectOf(devices.remember(undefined, ANNA), ANNA)).not.toBe(subject);
  });

  it('is known to several accounts, each for itself, and to the fifth at most', () => {
    const owners = Array.from({ length: 6 }, (_none, index) => ({ ...ANNA, subject: `client:${index}` }));
    const value = owners.reduce<string | undefined>(
      (kept, owner) => devices.remember(kept, owner),
      undefined,
    );
    const isKnown = owners.map((owner) => devices.subjectOf(value, owner) !== undefined);
    expect(isKnown).toEqual([false, true, true, true, true, true]);
  });

  it('is known no more when the password is another', () => {
    const value = devices.remember(undefined, ANNA);
    expect(devices.subjectOf(value, { ...ANNA, stamp: 'hash of another' })).toBeUndefined();
  });

  it('holds neither the account nor anything of the password', () => {
    expect(devices.remember(undefined, ANNA)).toMatch(/^[\w-]{22}\.[\w-]{22}$/);
  });
});

describe('no device is known by', () => {
  it("another account's mark", () => {
    expect(devices.subjectOf(devices.remember(undefined, ANNA), BERT)).toBeUndefined();
  });

  it("a device's name under another device's mark", () => {
    const [device] = devices.remember(undefined, BERT).split('.');
    const [, mark] = devices.remember(undefined, ANNA).split('.');
    expect(devices.subjectOf(`${device}.${mark}`, ANNA)).toBeUndefined();
  });

  it('a mark that is cut, changed or invented, whatever it is', () => {
    const value = devices.remember(undefined, ANNA);
    fc.assert(
      fc.property(fc.nat(value.length - 1), fc.string({ maxLength: 3 }), (at, other) => {
        const changed = value.slice(0, at) + other + value.slice(at + 1);
        // The last sign of a part holds bits that mean nothing, but the signs themselves are compared.
        expect(devices.subjectOf(changed, ANNA)).toBe(
          changed === value ? devices.subjectOf(value, ANNA) : undefined,
        );
        expect(devices.subjectOf(value.slice(0, at), ANNA)).toBeUndefined();
      }),
    );
    fc.assert(fc.property(fc.string(), (any) => devices.subjectOf(any, ANNA) === undefined));
  });
});
