import { z } from 'zod';

const lock = z.object({
  id: z.string(),
  label: z.string(),
  failures: z.number(),
  locks: z.number(),
  isKnown: z.boolean(),
  lastAddress: z.string(),
  lockedAt: z.coerce.date(),
  lockedUntil: z.coerce.date().nullable(),
});
export type Lock = z.infer<typeof lock>;

export const locks = z.object({ data: z.array(lock) });
