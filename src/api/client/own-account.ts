import type { AccountRow, ClientRow, Db } from '../../db';

/** Joins `clients` with the client's own account: the first one; the others were added by it (R92). */
export const OWN_ACCOUNT =
  'left join up_users on up_users.id = (select min(own.id) from up_users own where own.client_id = clients.id)';

export type OwnAccount = Pick<AccountRow, 'id' | 'username' | 'email'>;

/** The client's own account, once they were invited. */
export const ownAccount = (db: Db, client: Pick<ClientRow, 'id'>): Promise<OwnAccount | undefined> =>
  db('up_users')
    .where({ client_id: client.id })
    .orderBy('id')
    .first<OwnAccount | undefined>('id', 'username', 'email');
