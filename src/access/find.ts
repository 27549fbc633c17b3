import { idSchema } from '../contract/common';
import { refuse } from '../contract/refuse';
import type { ClientRow, Db, DocumentRow, DossierRecord, Filter, MessageRecord } from '../db';

interface Tables {
  clients: ClientRow;
  dossiers: DossierRecord;
  documents: DocumentRow;
  messages: MessageRecord;
}

/** Loads one row through a rule. Foreign, missing and malformed look the same: not found. */
export const find = async <Table extends keyof Tables>(
  db: Db,
  table: Table,
  rule: Filter,
  id: unknown,
): Promise<Tables[Table]> => {
  const key = idSchema.safeParse(id);
  const row: Tables[Table] | undefined = key.success
    ? await db(table).select(`${table}.*`).where(`${table}.document_id`, key.data).modify(rule).first()
    : undefined;
  if (row === undefined) throw refuse('not-found', `No row of ${table} that the asking person may have`);
  return row;
};
