import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Ed25519, P-256 and RSA: what devices have today. */
export const ALGORITHMS = [-8, -7, -257];

/** Who asks, as a device is told: the name of the address, and the address itself. */
export interface Party {
  id: string;
  origin: string;
}

export const relyingParty = (origin: string): Party => {
  const { hostname, origin: exact } = new URL(origin);
  return { id: hostname, origin: exact };
};

/** What a device calls a subject: it tells nothing to who finds the device. */
export const userHandle = (subject: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`two-factor passkey ${subject}`).digest());

const clientData = z.object({ challenge: z.string() });

/** What the device says it was asked; nothing where it says nothing that can be read. */
export const challengeIn = (clientDataJSON: string): string | undefined => {
  try {
    const told: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    return clientData.safeParse(told).data?.challenge;
  } catch {
    // No JSON: an answer that answers nothing.
    return undefined;
  }
};
