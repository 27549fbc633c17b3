import { PROOF_ACTORS, PROOF_KINDS, type ProofEvent, type UnopenedRow } from '../../contract/proof';
import { moment, momentOrNull } from '../../db';
import type { LoggedEvent } from '../../plugin-services';
import { notificationState } from '../dossier/readings';
import type { Unopened } from './services/unopened';

/** A word of a closed list, which the log holds as text. */
const known = <Word extends string>(words: readonly Word[], text: string): Word => {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`The proof log holds the unknown word ${text}`);
  return word;
};

export const presentEvent = (event: LoggedEvent): ProofEvent => ({
  seq: event.seq,
  at: event.at,
  kind: known(PROOF_KINDS, event.kind),
  documentName: event.title,
  sha256: event.sha256,
  successor: event.kind === 'replaced' ? event.reader : null,
  actorType: known(PROOF_ACTORS, event.actorType),
  actor: event.actorName,
  address: event.address,
});

export const presentUnopened = (row: Unopened): UnopenedRow => ({
  documentId: row.document,
  documentName: row.document_name,
  dossierId: row.dossier,
  dossierNumber: row.dossier_number,
  dossier: row.dossier_description,
  client: row.client,
  reader: row.reader ?? '',
  publishedAt: moment(row.announced_at),
  notification: notificationState(
    row.state === null ? undefined : { state: row.state, attempts: row.attempts ?? 0 },
  ),
  notifiedAt: momentOrNull(row.sent_at),
});
