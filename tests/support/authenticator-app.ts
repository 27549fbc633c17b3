import { Secret, TOTP } from 'otpauth';

/** The code that an authenticator app shows, `secondsOn` from now. */
export const appCode = (secret: string, secondsOn = 0, from = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: from + secondsOn * 1000 });

/** A code of six digits that is not this one. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');
