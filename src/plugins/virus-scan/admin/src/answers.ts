import { z } from 'zod';

export const health = z.object({
  data: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('ok'),
      version: z.string(),
      limits: z.enum(['ok', 'narrow', 'blind']).nullable(),
    }),
    z.object({ status: z.literal('blind') }),
    z.object({ status: z.literal('unavailable'), reason: z.string() }),
  ]),
});
export type Health = z.infer<typeof health>['data'];

const refusal = z.object({
  id: z.string(),
  refusedAt: z.coerce.date(),
  actor: z.string(),
  name: z.string(),
  reason: z.string(),
  signature: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

export const refusals = z.object({ data: z.array(refusal) });
