import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import { createSeal } from '../seal';
import { appAddress, newSecret, stepOfCode, type AppLabel } from '../time-code';

export interface NewApp {
  /** In base32, to be typed; shown once. */
  shown: string;
  /** An `otpauth:` address, to be scanned as a QR code; shown once. */
  address: string;
  /** For the table: good for this subject alone. */
  sealed: string;
}

/** Authenticator apps (TOTP): their secrets, which a server has to read again, and their codes. */
export const createAuthenticators = (
  { strapi }: { strapi: Core.Strapi },
  now: () => Date = () => new Date(),
) => {
  const seal = createSeal(configOf(strapi).secret, 'authenticator');
  return {
    newApp(subject: string, label: AppLabel): NewApp {
      const shown = newSecret();
      return { shown, address: appAddress(shown, label), sealed: seal.close(shown, subject) };
    },

    /**
     * The time step the code belongs to, of those that count now; nothing where it belongs to none. Throws where
     * the secret was not sealed for this subject, or under another secret of the project.
     */
    stepOf: (subject: string, sealed: string, code: string): number | undefined =>
      stepOfCode(seal.open(sealed, subject), code.replace(/\s/g, ''), now()),
  };
};

export type Authenticators = ReturnType<typeof createAuthenticators>;
