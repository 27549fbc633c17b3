import { z } from 'zod';
import { emailSchema } from './common';

/** How long the link to a new address works, in hours; as long is the address kept that was asked for. */
export const EMAIL_CHANGE_HOURS = 24;

/** The address a client wants; it becomes theirs when the link that is mailed to it is used. */
export const emailChangeSchema = z.strictObject({ email: emailSchema });
export type EmailChange = z.infer<typeof emailChangeSchema>;

/** The account's address, and the one that is to take its place. */
export const ownEmailSchema = z.strictObject({ email: z.string(), pendingEmail: z.string().nullable() });
export type OwnEmail = z.infer<typeof ownEmailSchema>;
