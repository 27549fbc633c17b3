import { z } from 'zod';
import { lineSchema } from './common';

/** What a client signs in with (R6). */
export const USER_NAMES = ['email', 'chosen', 'given'] as const;

/**
 * A user name as somebody types it: compared in small letters, in one Unicode form. Whether
 * there is such an account is for the sign-in to say, in the same words for all.
 */
export const typedUserNameSchema = z.string().normalize('NFKC').toLowerCase().pipe(lineSchema(254));
