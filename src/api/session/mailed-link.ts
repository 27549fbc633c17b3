import { hashToken, newToken } from '../../access/token';
import type { LinkPurpose } from '../../contract/session';
import { refuse } from '../../contract/refuse';
import { database, insertRow, minutesFrom, type Trx } from '../../db';
import { holdAccount } from './hold-account';

/** How long a mailed link works, in minutes. */
const LIFE: Record<LinkPurpose, number> = { activation: 24 * 60, reset: 60, unlock: 60 };

/** Holds the account if a link for this purpose makes sense for it: invited and not yet active, or active. */
export const holdFor = (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<boolean> =>
  holdAccount(trx, { id: accountId, blocked: false }, (accounts) => {
    void accounts.whereNotNull('client_id').whereNotNull('invited_at');
    if (purpose === 'activation') void accounts.whereNull('activated_at');
    else void accounts.whereNotNull('activated_at');
  });

/**
 * Ends the account's unused links: those that lead to a password, or those about a lock. Neither ends the other, or a
 * stranger who locks an account would end the link that its owner is waiting for.
 */
export const endLinks = async (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<void> => {
  const unused = trx('mailed_links').where({ account_id: accountId, used_at: null });
  await (purpose === 'unlock' ? unused.where({ purpose }) : unused.whereNot('purpose', 'unlock')).delete();
};

/**
 * Makes a link's token, and ends every older one. Only the mail ever holds the token.
 * Nothing where the link makes no sense any more, because the account is active by now, for instance.
 */
export const newLink = async (
  trx: Trx,
  accountId: number,
  purpose: LinkPurpose,
): Promise<string | undefined> => {
  if (!(await holdFor(trx, accountId, purpose))) return undefined;
  await endLinks(trx, accountId, purpose);
  const token = newToken();
  const endsAt = minutesFrom(new Date(), LIFE[purpose]);
  const values = { token_hash: hashToken(token), purpose, account_id: accountId, ends_at: endsAt };
  await insertRow(trx, 'mailed_links', values);
  return token;
};

interface Link {
  account_id: number;
  purpose: LinkPurpose;
}

/**
 * Uses a link up and ends the account's other ones: of two who try at once, with the same link or another, one
 * succeeds. Nothing where the link is used, old, unknown or for something else, or its account is not to have one.
 */
export const useLink = async (
  trx: Trx,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<Link | undefined> => {
  const unused = { token_hash: hashToken(token), used_at: null };
  const link = await trx('mailed_links')
    .where(unused)
    .whereIn('purpose', purposes)
    .first<Link | undefined>('account_id', 'purpose');
  // The account first, as everywhere: two that hold each other's row would wait for ever.
  if (link === undefined || !(await holdFor(trx, link.account_id, link.purpose))) return undefined;
  const now = new Date();
  const used: number = await trx('mailed_links')
    .where(unused)
    .where('ends_at', '>', now)
    .update({ used_at: now, updated_at: now });
  if (used === 0) return undefined;
  await endLinks(trx, link.account_id, link.purpose);
  return link;
};

/** Whose link to a password it is, without using it up; refuses one that is used, old or unknown, in the same words. */
export const linkAccount = async (token: string): Promise<number> => {
  const link = await database()('mailed_links')
    .where({ token_hash: hashToken(token), used_at: null })
    .whereNot('purpose', 'unlock')
    .where('ends_at', '>', new Date())
    .first<{ account_id: number } | undefined>('account_id');
  if (link === undefined) throw refuse('link-invalid', 'Unknown, used or old link');
  return link.account_id;
};
