import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';

/** Where it is kept; `content-types/reading` says what its columns mean. */
export const TABLE = 'readings';

export interface Subject {
  /** The kind of thing that is read, in the host's words. */
  type: string;
  id: string;
}

/** Several of one kind; a query of the host gives their ids in its only column. */
export interface Subjects {
  type: string;
  ids: string[] | Knex.QueryBuilder;
}

export interface Announcement extends Subject {
  /** What the subject belongs to; unread counts are given by scope. */
  scope: string;
}

/** Who is to read, and by which of the host's notices that is said to them, if by any. */
export interface Addressee {
  reader: string;
  notice: string | null;
}

export type ReadingKind = 'opened' | 'downloaded';

/** Whether a request counted as reading, and as the reader's first of that kind. */
export type Noted = 'first' | 'again' | 'not';

export interface Reading {
  subject: string;
  reader: string;
  notice: string | null;
  openedAt: Date | null;
  downloadedAt: Date | null;
}

type Moment = Date | number | string | null;

export interface ReadingRow {
  subject: string;
  reader: string;
  notice: string | null;
  opened_at: Moment;
  downloaded_at: Moment;
}

const date = (stored: Moment): Date | null => (stored === null ? null : new Date(stored));

export const asReading = (row: ReadingRow): Reading => ({
  subject: row.subject,
  reader: row.reader,
  notice: row.notice,
  openedAt: date(row.opened_at),
  downloadedAt: date(row.downloaded_at),
});

export const announcedRow = (announcement: Announcement, { reader, notice }: Addressee) => {
  const now = new Date();
  const times = { created_at: now, updated_at: now, published_at: now, announced_at: now };
  const { type, id, scope } = announcement;
  return { document_id: createId(), subject_type: type, subject: id, scope, reader, notice, ...times };
};
