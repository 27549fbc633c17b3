import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Passkeys } from '../services/passkeys';
import type { Kind } from './kind';

const named = z.object({ id: z.string() });

/** A passkey that answers what was asked in this very challenge. */
export const passkeyKind = (strapi: Core.Strapi): Kind => ({
  judge({ method, subject, challenge, given }) {
    // Of several passkeys the answer names one; the others are not asked, and what was asked is not used up.
    if (named.safeParse(given).data?.id !== method.handle) return Promise.resolve(false);
    const passkeys = strapi.plugin('two-factor').service<Passkeys>('passkeys');
    return passkeys.isProof({ subject, method, boundTo: challenge, given });
  },
});
