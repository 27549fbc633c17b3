import { database } from '../../../db';
import type { Owner, WrappedKey } from '../../../vault';

/** A document as far as its key is concerned. */
export interface WrappedRow extends WrappedKey {
  id: number;
  owner: Owner;
}

interface Found extends WrappedKey {
  id: number;
  document: string;
  dossier: string;
}

/** Some documents under a key of the firm, those after `after` first. */
export const rowsUnder = async (keyId: string, after: number, limit: number): Promise<WrappedRow[]> => {
  const found: Found[] = await database()('documents')
    .join('dossiers', 'dossiers.id', 'documents.dossier_id')
    .where('documents.key_id', keyId)
    .where('documents.id', '>', after)
    .whereNotNull('documents.wrapped_key')
    .orderBy('documents.id')
    .limit(limit)
    .select(
      'documents.id',
      'documents.wrapped_key',
      'documents.key_id',
      'documents.document_id as document',
      'dossiers.document_id as dossier',
    );
  return found.map(({ document, dossier, ...row }) => ({ ...row, owner: { document, dossier } }));
};

/** How many documents are under each key of the firm, known or lost. */
export const countByKey = async (): Promise<Map<string, number>> => {
  const counts: { key_id: string; count: number | string }[] = await database()('documents')
    .whereNotNull('key_id')
    .groupBy('key_id')
    .count('* as count')
    .select('key_id');
  return new Map(counts.map(({ key_id, count }) => [key_id, Number(count)]));
};
