import type { Person } from '../../access/sign-in';
import type { AccountRow, Db, Filter } from '../../db';

type PersonRow = AccountRow & { client_id: number; client_name: string };

/** An account of a client with the client's name; `rule` says whose. */
export const personRow = (db: Db, rule: Filter): Promise<PersonRow | undefined> =>
  db('up_users')
    .join('clients', 'clients.id', 'up_users.client_id')
    .modify(rule)
    .first<PersonRow | undefined>('up_users.*', 'clients.name as client_name');

export const asPerson = (row: PersonRow): Person => ({
  id: row.id,
  documentId: row.document_id,
  userName: row.username,
  email: row.email,
  language: row.language,
  clientId: row.client_id,
  clientName: row.client_name,
});

/** Whose account this is; it exists. */
export const personOf = async (db: Db, accountId: number): Promise<Person> => {
  const row = await personRow(db, (rows) => void rows.where('up_users.id', accountId));
  if (row === undefined) throw new Error(`Account ${accountId} belongs to no client`);
  return asPerson(row);
};
