import { discussableOf, documentsOf, dossiersOf, messagesOf, type Account } from '../../access/client';
import { UNREAD_MAX } from '../../contract/home';
import type { Shelf } from '../../contract/document';
import { database, type Db, type Filter, type StoredMoment } from '../../db';
import { readings } from '../../plugin-services';

type Tab = Exclude<Shelf, 'attachment'>;

interface UnreadBase {
  id: string;
  title: string;
  author: string;
  at: StoredMoment;
  dossier_id: string;
  dossier: string;
  announced_at: StoredMoment;
  is_new: number | string;
  total: number | string;
  new_total: number | string;
}

/** A row of the list; every one of them says how many there are without the limit. */
export type UnreadRow = UnreadBase &
  (
    | { kind: 'document'; shelf: Tab; document: null }
    | { kind: 'message'; shelf: null; document: null }
    /** `document` is what was remarked on, by its documentId. */
    | { kind: 'remark'; shelf: Tab; document: string }
  );

interface Kind {
  /** As it was announced, and as its table is called in the singular. */
  type: UnreadRow['kind'];
  rule: (account: Account) => Filter;
  /** What stands in the list's columns. */
  columns: (db: Db) => ReturnType<Db['raw']>[];
}

const aboutDiscussable =
  (account: Account): Filter =>
  (query) =>
    void query.join('documents', 'documents.id', 'remarks.about_id').modify(discussableOf(account));

/** What the firm puts in a dossier to be read, each kind by its own rule. Another kind is another entry. */
const KINDS: Kind[] = [
  {
    type: 'document',
    rule: documentsOf,
    columns: (db) => [
      db.raw('documents.name as title, documents.author_name as author, documents.shared_at as at'),
      db.raw('documents.shelf as shelf, null as document'),
    ],
  },
  {
    type: 'message',
    rule: messagesOf,
    columns: (db) => [
      db.raw('messages.subject as title, messages.author_name as author, messages.sent_at as at'),
      db.raw('null as shelf, null as document'),
    ],
  },
  {
    type: 'remark',
    rule: aboutDiscussable,
    columns: (db) => [
      db.raw('documents.name as title, remarks.author_name as author, remarks.written_at as at'),
      db.raw('documents.shelf as shelf, documents.document_id as document'),
    ],
  },
];

const unreadOf = (db: Db, account: Account, { type, rule, columns }: Kind) => {
  const table = `${type}s`;
  return readings()
    .unreadOf(db, account.documentId, type)
    .join('dossiers', 'dossiers.document_id', 'readings.scope')
    .modify(dossiersOf(account))
    .join(table, `${table}.document_id`, 'readings.subject')
    .modify(rule(account))
    .select(
      db.raw(`'${type}' as kind`),
      `${table}.document_id as id`,
      'dossiers.document_id as dossier_id',
      'dossiers.description as dossier',
      'readings.announced_at as announced_at',
      ...columns(db),
    );
};

/**
 * What the account has not opened yet, in all dossiers of its client, the newest first and not more than `UNREAD_MAX`;
 * new is what was announced after `since`. One query.
 */
export const listUnread = (account: Account, since: Date): Promise<UnreadRow[]> => {
  const db = database();
  const unread = db.unionAll(KINDS.map((kind) => unreadOf(db, account, kind)));
  const isNew = 'case when announced_at > ? then 1 else 0 end';
  return db
    .from(unread.as('unread'))
    .orderBy([
      { column: 'announced_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(UNREAD_MAX)
    .select<UnreadRow[]>(
      'unread.*',
      db.raw(`${isNew} as is_new`, [since]),
      db.raw(`count(*) over () as total, sum(${isNew}) over () as new_total`, [since]),
    );
};
