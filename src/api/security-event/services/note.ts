import type { SecurityEvent } from '../../../contract/security-event';
import { insertRow, type Db } from '../../../db';

interface Noted {
  event: SecurityEvent;
  /** The address or user name as it was given: an unknown one has no account. */
  label: string;
  account?: { id: number; clientId: number };
  /** Who did it; `nobody` is who is not known, for instance a wrong password. */
  actor: { kind: 'client' | 'nobody'; address: string; device: string } | { kind: 'staff'; name: string };
  /** A word that tells one event of a kind from another, such as the method; never a secret. */
  detail?: string;
}

/** As much of a label or a device as a row needs; strangers choose how long theirs is. */
const LONGEST = 200;

/**
 * Writes down what happened to an account's security. In the transaction of what it tells where there is one;
 * an attempt that was refused has none, and its row must stay.
 */
export const noteSecurityEvent = async (
  db: Db,
  { event, label, account, actor, detail }: Noted,
): Promise<void> => {
  await insertRow(db, 'security_events', {
    event,
    occurred_at: new Date(),
    account_id: account?.id ?? null,
    client_id: account?.clientId ?? null,
    label: label.slice(0, LONGEST),
    actor: actor.kind,
    actor_name: actor.kind === 'staff' ? actor.name : null,
    address: actor.kind === 'staff' ? null : actor.address,
    device: actor.kind === 'staff' ? null : actor.device.slice(0, LONGEST),
    detail: detail ?? null,
  });
};

export default { noteSecurityEvent };
