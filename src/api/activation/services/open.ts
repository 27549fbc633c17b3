import type { Opened } from '../../../contract/activation';
import { database, type AccountRow } from '../../../db';
import { firmSettings } from '../../firm/services/settings';
import { isChosen } from '../user-name';

/**
 * Notes that an invitation was opened, by the reference in its link, and says with which user name its account
 * signs in. What is unknown, revoked or active by now looks like an account whose name is still to be chosen.
 */
export const openInvitation = async (reference: string): Promise<Opened> => {
  const firm = await firmSettings();
  const now = new Date();
  const opened: Pick<AccountRow, 'username'>[] = await database()('up_users')
    .where({ document_id: reference.replaceAll('\0', ''), blocked: false, activated_at: null })
    .whereNotNull('invited_at')
    .update({ opened_at: database().raw('coalesce(opened_at, ?)', [now]) })
    .returning('username');
  return { userName: isChosen(firm) ? null : (opened[0]?.username ?? null) };
};

export default { openInvitation };
