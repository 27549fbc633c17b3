import { createHash } from 'node:crypto';
import { database, minutesFrom, type DocumentRow } from '../../../db';
import { storage } from '../../../plugin-services';
import { allDocuments } from '../stored/all-documents';
import { openDocument } from '../stored/open-document';

const BATCH = 100;

/** A file without a row may belong to an upload that is just being written, in minutes. */
const YOUNG = 60;

/** The names that documents' files have; a store may hold other files beside them. */
const OURS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is told of while it is found. */
export type Finding =
  { kind: 'damaged'; document: string; reason: string } | { kind: 'orphan'; file: string };

/** What a run came to. */
export interface Verified {
  whole: number;
  damaged: number;
  /** Documents whose content was deleted with its key: there is nothing to read. */
  erased: number;
  /** Files that no document has; null where the store cannot name its files. */
  orphans: number | null;
}

const readWhole = async (document: DocumentRow): Promise<void> => {
  const hash = createHash('sha256');
  for await (const part of await openDocument(document)) hash.update(part as Buffer);
  if (hash.digest('hex') !== document.sha_256) throw new Error('Its SHA-256 is not the one of its row');
};

const reasonOf = async (document: DocumentRow): Promise<string | undefined> => {
  try {
    await readWhole(document);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const keysAmong = async (table: 'documents' | 'upload_parts', names: string[]): Promise<string[]> => {
  const rows: { storage_key: string }[] = await database()(table)
    .whereIn('storage_key', names)
    .select('storage_key');
  return rows.map((row) => row.storage_key);
};

const namesWithoutRow = async (names: string[]): Promise<string[]> => {
  const known = new Set(await keysAmong('documents', names));
  // What is still arriving is no document yet.
  for (const key of await keysAmong('upload_parts', names)) known.add(key);
  return names.filter((name) => !known.has(name));
};

const findOrphans = async (report: (finding: Finding) => void): Promise<number | null> => {
  const list = await storage().list?.(minutesFrom(new Date(), -YOUNG));
  if (list === undefined) return null;
  let found = 0;
  const look = async (names: string[]): Promise<void> => {
    for (const file of await namesWithoutRow(names)) {
      found += 1;
      report({ kind: 'orphan', file });
    }
  };
  let names: string[] = [];
  for await (const name of list) {
    if (OURS.test(name)) names.push(name);
    if (names.length < BATCH) continue;
    await look(names);
    names = [];
  }
  await look(names);
  return found;
};

/** Reads every document as a client would, and tells which of them would not arrive as they were sent. */
export const verifyAll = async (report: (finding: Finding) => void): Promise<Verified> => {
  const sum = { whole: 0, damaged: 0, erased: 0 };
  for await (const row of allDocuments()) {
    const reason = row.wrapped_key === null ? undefined : await reasonOf(row);
    if (reason !== undefined) report({ kind: 'damaged', document: row.document_id, reason });
    sum[row.wrapped_key === null ? 'erased' : reason === undefined ? 'whole' : 'damaged'] += 1;
  }
  return { ...sum, orphans: await findOrphans(report) };
};

export default { verifyAll };
