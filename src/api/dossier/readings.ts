import type { Db } from '../../db';
import { readings, type Reading, type Subject } from '../../plugin-services';

/** A reading with the address of the account that read. */
export interface NamedReading extends Reading {
  email: string;
}

const named = async (db: Db, found: Reading[]): Promise<NamedReading[]> => {
  if (found.length === 0) return [];
  const readers = [...new Set(found.map(({ reader }) => reader))];
  const rows = await db('up_users')
    .whereIn('document_id', readers)
    .select<{ document_id: string; email: string }[]>('document_id', 'email');
  const emails = new Map(rows.map((row) => [row.document_id, row.email]));
  return found.map((reading) => ({ ...reading, email: emails.get(reading.reader) ?? '' }));
};

/** Who has read what in a dossier, by the documentId of what is read. */
export const readingsInScope = async (
  db: Db,
  scope: string,
  types: string[],
): Promise<Map<string, NamedReading[]>> => {
  const bySubject = new Map<string, NamedReading[]>();
  for (const reading of await named(db, await readings().inScope(db, scope, types))) {
    const others = bySubject.get(reading.subject);
    if (others === undefined) bySubject.set(reading.subject, [reading]);
    else others.push(reading);
  }
  return bySubject;
};

/** Who has read one thing. */
export const readingsOfSubject = async (db: Db, subject: Subject): Promise<NamedReading[]> =>
  named(db, await readings().ofSubject(db, subject));
