import { dossierRule, type Account } from '../../../access/client';
import { ask, database, type DossierRecord } from '../../../db';
import { readings } from '../../../plugin-services';

export interface ListedDossier extends Pick<
  DossierRecord,
  'document_id' | 'number' | 'description' | 'status' | 'last_activity_at' | 'message_count'
> {
  /** How many of each of `KINDS`, a space between. */
  unread: string;
}

/** What is counted as unread, in the order in which the column says it. */
const KINDS = ['document', 'message', 'remark'] as const;

/** The dossiers of a client, the latest activity first, with what is unread: one query, whatever their number. */
export const listDossiers = (account: Account): Promise<ListedDossier[]> => {
  const unread = readings().unreadCounts(account.documentId, KINDS, 'dossiers.document_id');
  const { sql, values } = dossierRule(account);
  return ask<ListedDossier>(
    database(),
    `select document_id, number, description, status, last_activity_at, message_count, ${unread.sql} as unread
    from dossiers where ${sql} order by last_activity_at desc`,
    [...unread.values, ...values],
  );
};

/** How many documents, messages and remarks of a listed dossier are unread. */
export const unreadOf = ({ unread }: ListedDossier) => {
  const [documents, messages, remarks] = unread.split(' ');
  return { documents: Number(documents), messages: Number(messages), remarks: Number(remarks) };
};

export default { listDossiers };
