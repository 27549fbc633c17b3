import { z } from 'zod';
import { lineSchema } from './common';

/** What a client signs in with (R6). */
export const USER_NAMES = ['email', 'chosen', 'given'] as const;
export type UserNames = (typeof USER_NAMES)[number];

/**
 * A user name as somebody types it: compared in small letters, in one Unicode form. Whether
 * there is such an account is for the sign-in to say, in the same words for all.
 */
export const typedUserNameSchema = z.string().normalize('NFKC').toLowerCase().pipe(lineSchema(254));

export const USER_NAME_MIN = 3;
export const USER_NAME_MAX = 64;

/**
 * A user name that somebody thinks up: without spaces and what is not seen, and without an @, so that nobody takes
 * the address of another as theirs.
 */
export const userNameSchema = typedUserNameSchema.pipe(
  z
    .string()
    .min(USER_NAME_MIN)
    .max(USER_NAME_MAX)
    .regex(/^[^\s@\p{C}]+$/u),
);
