import { clientsOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import {
  inTransaction,
  insertRow,
  isDuplicate,
  type AccountRow,
  type ClientRow,
  type Trx,
} from '../../../db';
import { announce } from '../../notification/announce';
import { announceEverything } from '../../dossier/readers';

const accountOf = (trx: Trx, client: ClientRow): Promise<AccountRow | undefined> =>
  trx('up_users').where({ client_id: client.id }).orderBy('id').first<AccountRow | undefined>();

const createAccount = async (trx: Trx, client: ClientRow): Promise<number> => {
  const { email, language } = client;
  const values = { username: email, email, language, provider: 'local', confirmed: false, blocked: false };
  try {
    const { id, documentId } = await insertRow(trx, 'up_users', { ...values, client_id: client.id });
    await announceEverything(trx, client.id, documentId);
    return id;
  } catch (error) {
    if (isDuplicate(error)) throw refuse('email-taken', 'Another client has an account with this address');
    throw error;
  }
};

/**
 * Invites a client, or invites them again; the account comes into being with the first invitation,
 * and cannot be used before it is activated. Only who chose the portal can be invited (R2).
 */
export const inviteClient = (staff: Staff, id: unknown): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    if (client.communication !== 'portal')
      throw refuse('portal-not-chosen', `Client ${client.number} chose another way`);
    const account = await accountOf(trx, client);
    if (account?.activated_at)
      throw refuse('already-active', `Client ${client.number} uses the portal already`);
    const accountId = account?.id ?? (await createAccount(trx, client));
    await trx('up_users').where({ id: accountId }).update({ invited_at: new Date() });
    await announce(trx, { event: 'invitation', accountId });
    return client;
  });

export default { inviteClient };
