import type { Account } from '../../access/client';
import type { Staff } from '../../access/staff';
import type { DocumentRow, Trx } from '../../db';
import { proofLog, type EventKind, type Happening } from '../../plugin-services';
import { documentType } from '../dossier/readers';

/** What the log keeps of a document. */
export type Proven = Pick<DocumentRow, 'document_id' | 'name' | 'sha_256' | 'shelf'>;

type Actor = Happening['actor'];

export const clientActor = ({ documentId: id, email: name, address }: Account): Actor => ({
  type: 'client',
  id,
  name,
  address,
});

export const staffActor = ({ documentId: id, name, address }: Staff): Actor => ({
  type: 'staff',
  id,
  name,
  address,
});

/** The portal itself, which sends a mail to `address`. */
export const portalActor = (address: string): Actor => ({ type: 'portal', id: '', name: '', address });

type More = Pick<Happening, 'reader' | 'successor'>;

export const happened = (kind: EventKind, document: Proven, actor: Actor, more: More = {}): Happening => {
  const { document_id: id, name: title, sha_256: sha256, shelf } = document;
  return { kind, subject: { type: documentType(shelf), id, title, sha256 }, actor, ...more };
};

/** A dossier's chain bears the dossier's documentId. */
export const scopeOf = async (trx: Trx, dossierId: number): Promise<string> => {
  const dossier = await trx('dossiers')
    .where({ id: dossierId })
    .first<{ document_id: string }>('document_id');
  return dossier.document_id;
};

/** Writes into a dossier's proof log what was done with its documents; last in the transaction that does it. */
export const writeProof = (
  trx: Trx,
  scope: string,
  kind: EventKind,
  { documents, by }: { documents: Proven[]; by: Actor },
): Promise<void> =>
  proofLog().append(
    trx,
    scope,
    documents.map((document) => happened(kind, document, by)),
  );

/** Writes that a document has taken the place of another, which names it by its SHA-256; last in the transaction. */
export const writeReplaced = (
  trx: Trx,
  scope: string,
  { replaced, next, by }: { replaced: Proven; next: Proven; by: Actor },
): Promise<void> =>
  proofLog().append(trx, scope, [
    happened('published', next, by),
    happened('replaced', replaced, by, { successor: next.sha_256 }),
  ]);
