import { z } from 'zod';

/** Longer than anything a device has to say. */
const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(20_000);
/** What browsers add beside is not read. */
const credential = {
  id: bytes.min(1).max(1400),
  rawId: bytes.min(1).max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

/** What a browser answers that has made a passkey. */
export const madeSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
export type Made = z.infer<typeof madeSchema>;

/** What a browser answers that proves a passkey. */
export const proofSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish().transform((handle) => handle ?? undefined),
  }),
});
export type Proof = z.infer<typeof proofSchema>;
