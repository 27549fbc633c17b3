import type { Opened } from '../../../contract/activation';
import { database, type AccountRow } from '../../../db';
import { firmSettings } from '../../firm/services/settings';
import { isChosen } from '../user-name';
import { wayOf } from '../way';

/**
 * Notes that an invitation was opened, by the reference in its link, and says how its account is activated,
 * and with which user name it signs in. What is unknown, revoked or active by now looks like an account of the firm's
 * usual way whose name is still to be chosen.
 */
export const openInvitation = async (reference: string): Promise<Opened> => {
  const firm = await firmSettings();
  const now = new Date();
  const rows: Pick<AccountRow, 'id' | 'username'>[] = await database()('up_users')
    .where({ document_id: reference.replaceAll('\0', ''), blocked: false, activated_at: null })
    .whereNotNull('invited_at')
    .update({ opened_at: database().raw('coalesce(opened_at, ?)', [now]) })
    .returning(['id', 'username']);
  const [opened] = rows;
  if (opened === undefined) return { userName: null, way: firm.activationWay };
  const userName = isChosen(firm) ? null : opened.username;
  return { userName, way: await wayOf(database(), firm, opened.id) };
};

export default { openInvitation };
