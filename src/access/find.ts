import { idSchema } from '../contract/common';
import { refuse } from '../contract/refuse';
import type {
  AccountRow,
  AdminUserRow,
  ClientRow,
  Db,
  DocumentRow,
  DossierRecord,
  Filter,
  MessageRecord,
  SessionRow,
  UploadRow,
} from '../db';

interface Tables {
  admin_users: AdminUserRow;
  clients: ClientRow;
  dossiers: DossierRecord;
  documents: DocumentRow;
  messages: MessageRecord;
  sessions: SessionRow;
  up_users: AccountRow;
  uploads: UploadRow;
}

/** Loads one row through a rule. Foreign, missing and malformed look the same: not found. */
export const find = async <Table extends keyof Tables>(
  db: Db,
  table: Table,
  rule: Filter,
  id: unknown,
): Promise<Tables[Table]> => {
  const key = idSchema.safeParse(id);
  if (!key.success) throw refuse('not-found', 'What was asked for is no id');
  const query = db(table).where(`${table}.document_id`, key.data).modify(rule);
  // The column list names one table of our own, so this is its row.
  const row = (await query.first(`${table}.*`)) as Tables[Table] | undefined;
  if (row === undefined) throw refuse('not-found', `No row of ${table} that the asking person may have`);
  return row;
};
