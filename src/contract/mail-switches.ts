import { z } from 'zod';

/** What the portal writes to an account about when there is something new (R91); what guards the account is always written. */
export const MAIL_SUBJECTS = ['documents', 'messages'] as const;
export type MailSubject = (typeof MAIL_SUBJECTS)[number];

/** Whether a mail is sent about it. */
export const mailSwitchesSchema = z.strictObject({ documents: z.boolean(), messages: z.boolean() });
export type MailSwitches = z.infer<typeof mailSwitchesSchema>;

/** What is not named stays as it is. */
export const mailSwitchesChangeSchema = mailSwitchesSchema.partial();
export type MailSwitchesChange = z.infer<typeof mailSwitchesChangeSchema>;
