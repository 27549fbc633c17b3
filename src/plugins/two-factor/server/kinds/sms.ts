import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Codes } from '../services/codes';
import type { Kind } from './kind';

/** What the table keeps of a number. */
export const smsData = z.object({ number: z.string().regex(/^[1-9]\d{6,14}$/) });

/** A code that was sent in this very challenge; spaces between its digits are the reader's. */
export const smsKind = (strapi: Core.Strapi): Kind => ({
  judge({ challenge, given }) {
    const code = z.string().safeParse(given).data?.replace(/\s/g, '') ?? '';
    return strapi.plugin('two-factor').service<Codes>('codes').isRight(challenge, code);
  },
});
