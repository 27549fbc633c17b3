import { refuse } from '../../contract/refuse';
import type { From } from '../../http/from';
import { lockout } from '../../plugin-services';

/** From one address; more than a waiting room full of clients who mistype. */
const MOST = 50;
/** In minutes, each time anew. */
const WAITS = [15] as const;

const subjectOf = ({ address }: From): string => `activation:${address}`;

/** Refuses an address from which nothing but wrong activations come: each costs time, and a row. */
export const requireFewTries = async (from: From): Promise<void> => {
  const attempt = { label: from.address, address: from.address, max: MOST, waits: WAITS };
  const { allowed } = await lockout().reserve(subjectOf(from), attempt);
  if (!allowed) throw refuse('too-many-tries', 'Too many wrong activations from this address');
};

/** A right activation takes the address's wrong ones away. */
export const forgetTries = (from: From): Promise<void> => lockout().succeed(subjectOf(from));
