import type { Account } from '../../../access/client';
import type { Db } from '../../../db';
import { readings } from '../../../plugin-services';

/** When an account first opened and downloaded something of the firm's; what a client delivered is not read. */
export interface OwnReading {
  openedAt: string | null;
  downloadedAt: string | null;
}

interface Readable {
  document_id: string;
}

const NOT_READ: OwnReading = { openedAt: null, downloadedAt: null };

const text = (date: Date | null): string | null => date?.toISOString() ?? null;

/** What this account, and nobody else, has done with each of these, in one query. */
export const readBy = async (
  db: Db,
  account: Account,
  types: string[],
  rows: Readable[],
): Promise<(row: Readable) => OwnReading> => {
  const subjects = rows.map(({ document_id }) => document_id);
  const found = await readings().ofReader(db, account.documentId, { types, subjects });
  const bySubject = new Map(found.map((reading) => [reading.subject, reading]));
  return ({ document_id: id }) => {
    const reading = bySubject.get(id);
    if (reading === undefined) return NOT_READ;
    return { openedAt: text(reading.openedAt), downloadedAt: text(reading.downloadedAt) };
  };
};
