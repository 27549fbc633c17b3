import { database, type DocumentRow } from '../../../db';
import { scanner, type Verdict } from '../../../plugin-services';
import { allDocuments } from '../stored/all-documents';
import { openDocument } from '../stored/open-document';

/** A document in which today's signatures find something, or into which nobody could look. */
export interface Suspect {
  kind: 'infected' | 'unseen';
  document: string;
  /** The number of its dossier, by which staff find it. */
  dossier: string;
  name: string;
  /** The signature, or why it could not be looked into. */
  reason: string;
}

/** What a run came to; an erased document has no content any more. */
export interface Rescanned {
  clean: number;
  infected: number;
  unseen: number;
  erased: number;
}

const look = async (document: DocumentRow): Promise<Verdict> => {
  const scan = scanner().begin();
  try {
    for await (const part of await openDocument(document)) {
      await scan.write(part as Buffer);
      if (scan.settled) break;
    }
    return await scan.end();
  } catch (error) {
    scan.abort();
    throw error;
  }
};

type Found = Pick<Suspect, 'kind' | 'reason'>;

const wrongWith = async (document: DocumentRow): Promise<Found | undefined> => {
  try {
    const verdict = await look(document);
    if (verdict.status === 'clean') return undefined;
    if (verdict.status === 'infected') return { kind: 'infected', reason: verdict.signature };
    return { kind: 'unseen', reason: verdict.reason };
  } catch (error) {
    return { kind: 'unseen', reason: error instanceof Error ? error.message : String(error) };
  }
};

const numberOf = async ({ dossier_id: id }: DocumentRow): Promise<string> => {
  const dossier = await database()('dossiers').where({ id }).first<{ number: string } | undefined>('number');
  return dossier?.number ?? '';
};

/**
 * Has the scanner look at every document again, by the signatures it has now. Nothing is changed: what is found is told
 * of, and staff decide, because a signature may be wrong and a document may be wanted as evidence.
 */
export const rescanAll = async (report: (suspect: Suspect) => void): Promise<Rescanned> => {
  const sum: Rescanned = { clean: 0, infected: 0, unseen: 0, erased: 0 };
  for await (const row of allDocuments()) {
    const found = row.wrapped_key === null ? undefined : await wrongWith(row);
    if (found !== undefined)
      report({ ...found, document: row.document_id, dossier: await numberOf(row), name: row.name });
    sum[row.wrapped_key === null ? 'erased' : (found?.kind ?? 'clean')] += 1;
  }
  return sum;
};

export default { rescanAll };
