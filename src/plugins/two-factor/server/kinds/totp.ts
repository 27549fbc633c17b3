import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Authenticators } from '../services/authenticators';
import type { Methods } from '../services/methods';
import type { Kind } from './kind';

/** What the table keeps of an app: its secret, sealed for its subject. The counter is the last time step used. */
export const totpData = z.object({ secret: z.string() });

/** A code of an authenticator app (RFC 6238); it and every earlier one are used from then on. */
export const totpKind = (strapi: Core.Strapi): Kind => ({
  async judge({ method, subject, given }) {
    const code = z.string().safeParse(given).data ?? '';
    const { secret } = totpData.parse(method.data);
    const authenticators = strapi.plugin('two-factor').service<Authenticators>('authenticators');
    const step = authenticators.stepOf(subject, secret, code);
    if (step === undefined) return false;
    return strapi.plugin('two-factor').service<Methods>('methods').advance(method.id, step);
  },
});
