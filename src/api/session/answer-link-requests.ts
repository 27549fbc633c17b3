import type { AskedPurpose } from '../../contract/session';
import { database, inTransaction, minutesFrom, type Trx } from '../../db';
import { wayOf } from '../activation/way';
import { firmSettings } from '../firm/services/settings';
import { announce } from '../notification/announce';
import { noteSecurityEvent } from '../security-event/services/note';
import { holdFor } from './mailed-link';

const EVENTS = { activation: 'activation-link', reset: 'reset-link' } as const;

/** One mail a minute: more would only end the links that are on their way, and fill a mailbox. */
const MINUTES_BETWEEN = 1;
const BATCH = 100;

interface LinkRequest {
  id: number;
  purpose: AskedPurpose;
  email: string;
  address: string;
  device: string;
}

interface Asking {
  id: number;
  client_id: number;
}

const wasJustAsked = async (trx: Trx, accountId: number, purpose: AskedPurpose): Promise<boolean> => {
  const since = minutesFrom(new Date(), -MINUTES_BETWEEN);
  const asked = { account_id: accountId, event: EVENTS[purpose] };
  const row: unknown = await trx('notifications').where(asked).where('created_at', '>', since).first('id');
  return row !== undefined;
};

const noteReset = (trx: Trx, { id, client_id: clientId }: Asking, { email, address, device }: LinkRequest) =>
  noteSecurityEvent(trx, {
    event: 'reset-asked',
    label: email,
    account: { id, clientId },
    actor: { kind: 'nobody', address, device },
  });

/** Where the firm hands codes over, no mail activates the account (R5). */
const isOffered = async (trx: Trx, purpose: AskedPurpose, accountId: number): Promise<boolean> =>
  purpose === 'reset' || (await wayOf(trx, await firmSettings(trx), accountId)) === 'mail';

const noteOpened = async (trx: Trx, accountId: number): Promise<void> => {
  await trx('up_users').where({ id: accountId, opened_at: null }).update({ opened_at: new Date() });
};

/** Puts the mail with the link in the outbox, if there is anybody to send it to. */
const answer = (request: LinkRequest): Promise<void> =>
  inTransaction(async (trx) => {
    const { id, purpose, email } = request;
    // Of two workers that come for it, one takes it along.
    const taken: number = await trx('link_requests').where({ id }).delete();
    if (taken === 0) return;
    const account = await trx('up_users').where({ email }).first<Asking | undefined>('id', 'client_id');
    if (account === undefined || !(await holdFor(trx, account.id, purpose))) return;
    if (!(await isOffered(trx, purpose, account.id))) return;
    if (purpose === 'activation') await noteOpened(trx, account.id);
    if (await wasJustAsked(trx, account.id, purpose)) return;
    await announce(trx, { event: EVENTS[purpose], accountId: account.id });
    if (purpose === 'reset') await noteReset(trx, account, request);
  });

/** Answers what was asked since the last time, the oldest first. */
export const answerLinkRequests = async (): Promise<void> => {
  const requests = await database()('link_requests').orderBy('id').limit(BATCH).select<LinkRequest[]>();
  for (const request of requests) await answer(request);
};
