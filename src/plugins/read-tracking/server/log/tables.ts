import type { LoggedEvent } from './event';

/** Tables of `plugin::read-tracking.event` and `plugin::read-tracking.chain`. */
export const EVENTS = 'proof_events';
/** One row a chain: how long it is, and its last hash. Whoever appends holds this row until the commit. */
export const CHAINS = 'proof_chains';

/** An event as its row has it. */
export interface EventRow {
  scope: string;
  seq: number;
  kind: string;
  at: string;
  subject_type: string;
  subject: string;
  title: string;
  sha_256: string;
  actor_type: string;
  actor: string;
  actor_name: string;
  reader: string;
  address: string;
  previous: string;
  hash: string;
}

export const toRow = ({ subjectType, sha256, actorType, actorName, ...same }: LoggedEvent): EventRow => ({
  ...same,
  subject_type: subjectType,
  sha_256: sha256,
  actor_type: actorType,
  actor_name: actorName,
});

/** Column by column, so that nothing of Strapi's own enters what is shown and signed. */
export const fromRow = (row: EventRow): LoggedEvent => ({
  scope: row.scope,
  seq: row.seq,
  kind: row.kind,
  at: row.at,
  subjectType: row.subject_type,
  subject: row.subject,
  title: row.title,
  sha256: row.sha_256,
  actorType: row.actor_type,
  actor: row.actor,
  actorName: row.actor_name,
  reader: row.reader,
  address: row.address,
  previous: row.previous,
  hash: row.hash,
});
