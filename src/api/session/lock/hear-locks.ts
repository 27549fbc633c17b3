import { database, inTransaction, type AccountRow, type Trx } from '../../../db';
import type { Locked } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { firmSettings } from '../../firm/services/settings';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdAccount } from '../hold-account';
import { strangersOf } from '../lock/subjects';

type Owner = Pick<AccountRow, 'id' | 'client_id' | 'blocked' | 'activated_at'>;

/** Whose lock it is; nobody's where the name is unknown, or belongs to staff. */
const ownerOf = async ({ subject, label }: Locked): Promise<Owner | undefined> =>
  subject.startsWith('admin:')
    ? undefined
    : database()('up_users')
        .where({ username: label })
        .first<Owner | undefined>('id', 'client_id', 'blocked', 'activated_at');

const eventOf = ({ subject, label }: Locked, owner: Owner | undefined) => ({
  label,
  detail: subject.startsWith('admin:') ? 'admin-panel' : 'portal',
  ...(owner?.client_id && { account: { id: owner.id, clientId: owner.client_id } }),
});

/** A lock by a mailed link's own counter sends no other link: else who has the mailbox could guess for ever. */
const sendsLink = ({ subject }: Locked): boolean => subject.startsWith(strangersOf(''));

const tellClient = async (trx: Trx, lock: Locked, { id: accountId }: Owner): Promise<void> => {
  const isTheirs = await holdAccount(
    trx,
    { id: accountId, blocked: false },
    (accounts) => void accounts.whereNotNull('activated_at').whereNotNull('client_id'),
  );
  if (!isTheirs) return;
  const { selfUnlock } = await firmSettings(trx);
  const event = selfUnlock && sendsLink(lock) ? 'unlock-link' : 'account-locked';
  await announce(trx, { event, accountId });
};

const noteLocked = async (lock: Locked): Promise<void> => {
  const owner = await ownerOf(lock);
  const device = strapi.requestContext.get()?.get('User-Agent') ?? '';
  await inTransaction(async (trx) => {
    if (owner !== undefined) await tellClient(trx, lock, owner);
    const actor = { kind: 'nobody' as const, address: lock.lastAddress, device };
    await noteSecurityEvent(trx, { event: 'locked', ...eventOf(lock, owner), actor });
  });
};

const noteUnlocked = async ({ lock, by }: { lock: Locked; by: string }): Promise<void> => {
  const actor = { kind: 'staff' as const, name: by };
  await noteSecurityEvent(database(), { event: 'unlocked', ...eventOf(lock, await ownerOf(lock)), actor });
};

/** What the lockout plugin tells is written down, and mailed; it holds whether that succeeds or not. */
const heard =
  <Told>(what: string, note: (told: Told) => Promise<void>) =>
  (told: Told): Promise<void> =>
    note(told).catch((error: unknown) => void strapi.log.error(`${what} was not noted: ${String(error)}`));

export const hearLocks = (): void => {
  strapi.eventHub.on('lockout.locked', heard('A lock', noteLocked));
  strapi.eventHub.on('lockout.unlocked', heard('An unlocking', noteUnlocked));
};
