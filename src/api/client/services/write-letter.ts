import { clientsOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, type ClientRow } from '../../../db';
import { settings } from '../../../settings';
import { keepCode, newCode, type NewCode } from '../../activation/code';
import { isChosen } from '../../activation/user-name';
import { firmSettings } from '../../firm/services/settings';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdFor } from '../../session/mailed-link';
import { drawAside } from '../letter/draw-aside';
import { ownAccount } from '../own-account';

const keepForLetter = (staff: Staff, id: unknown, made: NewCode): Promise<void> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    const account = await ownAccount(trx, client);
    const isInvited = account !== undefined && (await holdFor(trx, account.id, 'activation'));
    if (!isInvited) throw refuse('not-invited', `Client ${client.number} has no open invitation`);
    await keepCode(trx, account.id, made);
    await noteSecurityEvent(trx, {
      event: 'invited',
      label: account.username,
      account: { id: account.id, clientId: client.id },
      actor: { kind: 'staff', name: staff.name },
      detail: 'letter',
    });
  });

/** What a letter says of the account: whose it is, and the user name where it stands already. */
const accountFor = async (client: ClientRow) => {
  const account: { document_id: string; username: string } | undefined = await database()('up_users')
    .where({ client_id: client.id })
    .orderBy('id')
    .first('document_id', 'username');
  if (account === undefined) throw refuse('not-invited', `Client ${client.number} was never invited`);
  return account;
};

/**
 * Writes the invitation letter as a PDF, with a new code; an earlier letter's code ends. The letter is drawn first:
 * no code ends for one that could not be drawn.
 */
export const writeLetter = async (staff: Staff, id: unknown): Promise<Buffer> => {
  const client = await find(database(), 'clients', clientsOf(staff), id);
  const firm = await firmSettings();
  if (firm.activationWay !== 'code') throw refuse('letter-not-in-use', 'The firm invites by mail alone');
  const account = await accountFor(client);
  const made = await newCode();
  const letter = await drawAside({
    firm,
    client: client.name,
    language: client.language,
    page: `${settings().publicUrl}/portal/activation`,
    reference: account.document_id,
    userName: isChosen(firm) ? null : account.username,
    code: made.code,
  });
  await keepForLetter(staff, id, made);
  return letter;
};

export default { writeLetter };
