import type { Knex } from 'knex';
import { hashToken, newToken } from '../../access/token';
import { EMAIL_CHANGE_HOURS } from '../../contract/email-change';
import type { LinkPurpose } from '../../contract/session';
import { refuse } from '../../contract/refuse';
import { database, insertRow, minutesFrom, type Trx } from '../../db';
import { holdAccount } from './hold-account';

/** How long a mailed link works, in minutes. */
const LIFE: Record<LinkPurpose, number> = {
  activation: 24 * 60,
  reset: 60,
  unlock: 60,
  'email-change': EMAIL_CHANGE_HOURS * 60,
};

/** Links that lead to a password; those about a lock and to another address stand beside them. */
const TO_A_PASSWORD: readonly LinkPurpose[] = ['activation', 'reset'];

/** A new link ends the older ones for the same thing, and no other. */
const sameThing = (purpose: LinkPurpose): readonly LinkPurpose[] =>
  TO_A_PASSWORD.includes(purpose) ? TO_A_PASSWORD : [purpose];

/** Holds the account if a link for this purpose makes sense for it: invited and not yet active, or active. */
export const holdFor = (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<boolean> =>
  holdAccount(trx, { id: accountId, blocked: false }, (accounts) => {
    void accounts.whereNotNull('client_id').whereNotNull('invited_at');
    if (purpose === 'activation') void accounts.whereNull('activated_at');
    else void accounts.whereNotNull('activated_at');
    if (purpose === 'email-change') void accounts.where('pending_email_until', '>', new Date());
  });

/**
 * Ends the account's unused links for the same thing: to a password, about a lock, to another address. Neither ends
 * the other, or a stranger who locks an account would end the link that its owner is waiting for.
 */
export const endLinks = async (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<void> => {
  await trx('mailed_links')
    .where({ account_id: accountId, used_at: null })
    .whereIn('purpose', sameThing(purpose))
    .delete();
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

/**
 * Uses a link up and ends the account's other ones: of two who try at once, with the same link or another, one
 * succeeds. Nothing where the link is used, old, unknown or for something else, or its account is not to have one.
 */
export const useLink = async (trx: Trx, token: string, purpose: LinkPurpose): Promise<number | undefined> => {
  const unused = { token_hash: hashToken(token), used_at: null, purpose };
  const link = await trx('mailed_links')
    .where(unused)
    .first<{ account_id: number } | undefined>('account_id');
  // The account first, as everywhere: two that hold each other's row would wait for ever.
  if (link === undefined || !(await holdFor(trx, link.account_id, purpose))) return undefined;
  const now = new Date();
  const used: number = await trx('mailed_links')
    .where(unused)
    .where('ends_at', '>', now)
    .update({ used_at: now, updated_at: now });
  if (used === 0) return undefined;
  await endLinks(trx, link.account_id, purpose);
  return link.account_id;
};

const leadsToPassword = (links: Knex.QueryBuilder): void => void links.whereIn('purpose', TO_A_PASSWORD);

/** Whose link it is, of this purpose or to a password at all, without using it up; nobody's where it is used, old, unknown or for something else. */
export const linkHolder = async (token: string, purpose?: LinkPurpose): Promise<number | undefined> => {
  const link = await database()('mailed_links')
    .where({ token_hash: hashToken(token), used_at: null })
    .where(purpose === undefined ? leadsToPassword : { purpose })
    .where('ends_at', '>', new Date())
    .first<{ account_id: number } | undefined>('account_id');
  return link?.account_id;
};

/** The same for who needs it to be somebody's; all others are refused in the same words. */
export const linkAccount = async (token: string, purpose?: LinkPurpose): Promise<number> => {
  const accountId = await linkHolder(token, purpose);
  if (accountId === undefined) throw refuse('link-invalid', 'Unknown, used or old link');
  return accountId;
};
