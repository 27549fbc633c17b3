import { hashToken, newToken } from '../../access/token';
import type { LinkPurpose } from '../../contract/session';
import { insertRow, minutesFrom, type Db, type Trx } from '../../db';

/** How long a mailed link works, in minutes. */
const LIFE: Record<LinkPurpose, number> = { activation: 24 * 60, reset: 60 };

/** Makes a link's token, and ends every older one for the same purpose. Only the mail ever holds the token. */
export const newLink = async (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<string> => {
  await endLinks(trx, accountId, purpose);
  const token = newToken();
  const endsAt = minutesFrom(new Date(), LIFE[purpose]);
  await insertRow(trx, 'mailed_links', {
    token_hash: hashToken(token),
    purpose,
    account_id: accountId,
    ends_at: endsAt,
  });
  return token;
};

/** Ends the account's unused links of a purpose. */
export const endLinks = async (db: Db, accountId: number, purpose: LinkPurpose): Promise<void> => {
  await db('mailed_links').where({ account_id: accountId, purpose, used_at: null }).delete();
};

interface Link {
  account_id: number;
  purpose: LinkPurpose;
}

/** Uses a link up, atomically: of two who try at once, one gets it. Nothing where it is used, old or unknown. */
export const useLink = async (trx: Trx, token: string): Promise<Link | undefined> => {
  const now = new Date();
  const rows: Link[] = await trx('mailed_links')
    .where({ token_hash: hashToken(token), used_at: null })
    .where('ends_at', '>', now)
    .update({ used_at: now, updated_at: now })
    .returning(['account_id', 'purpose']);
  return rows[0];
};
