import type { Account } from '../../../access/client';
import { hashToken, newToken } from '../../../access/token';
import { refuse } from '../../../contract/refuse';
import type { Trx } from '../../../db';

/** Somebody who has proved again who is there; the session's token is another one from now on. */
export interface Confirmed {
  state: 'confirmed';
  token: string;
  /** A new one, to be told this once. */
  recoveryCode: string | null;
}

/**
 * The end of every confirmation, and the only place where one is noted. The session gets another token, and the one
 * before it opens nothing any more (ASVS 7.2.4): whoever had that has not proved anything.
 */
export const markConfirmed = async (
  trx: Trx,
  { sessionId }: Account,
  waitedFor: { challenge?: string } = {},
): Promise<Confirmed> => {
  const token = newToken();
  const marked: number = await trx('sessions')
    .where({ id: sessionId, ...waitedFor })
    .update({ token_hash: hashToken(token), confirmed_at: new Date(), challenge: null });
  if (marked !== 1) throw refuse('confirmation-needed', 'The session, or its confirmation, is over');
  return { state: 'confirmed', token, recoveryCode: null };
};
