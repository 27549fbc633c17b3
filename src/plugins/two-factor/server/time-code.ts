import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;
/** What every authenticator app knows, and many know nothing else (RFC 6238). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps a clock may be off, before and after. */
const WINDOW = 1;
const SIX_DIGITS = /^[0-9]{6}$/;

/** 160 bits of chance, as the letters an app can be given by hand. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** How an app shows what its codes are for. */
export interface AppLabel {
  issuer: string;
  label: string;
}

/** What a QR code says to an authenticator app. */
export const appAddress = (secret: string, { issuer, label }: AppLabel): string =>
  new TOTP({ ...KIND, issuer, label, secret: Secret.fromBase32(secret) }).toString();

/** The time step that the code belongs to, of those that count now; nothing where it belongs to none. */
export const stepOfCode = (secret: string, code: string, now: Date): number | undefined => {
  // The library compares bytes, and throws where six letters are more than six bytes.
  if (!SIX_DIGITS.test(code)) return undefined;
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const off = totp.validate({ token: code, timestamp, window: WINDOW });
  return off === null ? undefined : TOTP.counter({ period: KIND.period, timestamp }) + off;
};
