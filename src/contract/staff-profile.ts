import { z } from 'zod';
import { lineSchema } from './common';

/** Written as the firm writes its numbers; with digits enough to be dialled. */
const dialledSchema = lineSchema(40).regex(/(\d\D*){5}/);

/** A member of staff's own number, which clients see beside the name; null: they see the firm's. */
export const staffPhoneSchema = z.strictObject({ phone: dialledSchema.nullable() });
export type StaffPhone = z.infer<typeof staffPhoneSchema>;
