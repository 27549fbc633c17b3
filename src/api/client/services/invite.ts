import { clientsOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import type { InvitationWish } from '../../../contract/client';
import type { FirmSettings } from '../../../contract/firm-settings';
import { refuse } from '../../../contract/refuse';
import { inTransaction, insertRow, isDuplicate, type ClientRow, type Trx } from '../../../db';
import { requireUserName, setUserName } from '../../activation/user-name';
import { announceEverything } from '../../dossier/readers';
import { firmSettings } from '../../firm/services/settings';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { ownAccount, type OwnAccount } from '../own-account';
import { holdInvitable, isNameMissing } from '../invitable';

const EVENTS = { mail: 'invitation', code: 'code-invitation' } as const;

const createAccount = async (trx: Trx, client: ClientRow): Promise<OwnAccount> => {
  const { email, language } = client;
  const values = { username: email, email, language, provider: 'local', confirmed: false, blocked: false };
  try {
    const { id, documentId } = await insertRow(trx, 'up_users', { ...values, client_id: client.id });
    await announceEverything(trx, client.id, documentId);
    return { id, username: email, email };
  } catch (error) {
    if (isDuplicate(error)) throw refuse('email-taken', 'Another client has an account with this address');
    throw error;
  }
};

/** Until the client chooses a name the address stands for it, and it is what others sign in with (R6). */
const nameAccount = async (
  trx: Trx,
  account: OwnAccount,
  { userNames }: FirmSettings,
  { userName }: InvitationWish,
): Promise<string> => {
  requireUserName(userName, isNameMissing(userNames, account));
  const name = userName ?? (userNames === 'given' ? account.username : account.email);
  await setUserName(trx, account.id, name);
  return name;
};

/**
 * Invites a client, or invites them again; the account comes into being with the first invitation,
 * and cannot be used before it is activated. Only who chose the portal can be invited (R2).
 */
export const inviteClient = (staff: Staff, id: unknown, wish: InvitationWish): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    if (client.communication !== 'portal')
      throw refuse('portal-not-chosen', `Client ${client.number} chose another way`);
    const firm = await firmSettings(trx);
    const account = (await ownAccount(trx, client)) ?? (await createAccount(trx, client));
    await holdInvitable(trx, account);
    const label = await nameAccount(trx, account, firm, wish);
    await trx('up_users').where({ id: account.id }).update({ invited_at: new Date() });
    await announce(trx, { event: EVENTS[firm.activationWay], accountId: account.id });
    await noteSecurityEvent(trx, {
      event: 'invited',
      label,
      account: { id: account.id, clientId: client.id },
      actor: { kind: 'staff', name: staff.name },
      detail: firm.activationWay,
    });
    return client;
  });

export default { inviteClient };
