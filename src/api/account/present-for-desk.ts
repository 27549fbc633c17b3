import type { DeskAccount } from '../../contract/desk-account';
import { moment, momentOrNull } from '../../db';
import type { Locked } from '../../plugin-services';
import type { KnownAccount } from './services/desk-list';

const presentLock = ({ lockedAt, lockedUntil, lastAddress }: Locked): DeskAccount['lock'] => ({
  since: moment(lockedAt),
  until: momentOrNull(lockedUntil),
  address: lastAddress,
});

export const presentDeskAccount = (known: KnownAccount): DeskAccount => {
  const { row, isMain, lock, secondStep, sessions } = known;
  const state = row.account_state;
  return {
    id: row.document_id,
    email: row.known_as ?? row.email,
    isMain,
    state,
    isAddressTaken: row.known_as !== null,
    invitedAt: momentOrNull(row.invited_at),
    activatedAt: momentOrNull(row.activated_at),
    lock: lock === undefined ? null : presentLock(lock),
    secondStep,
    sessions,
    abilities: {
      block: state !== 'blocked',
      unblock: state === 'blocked',
      unlock: lock !== undefined,
      resetSecondStep: secondStep.length > 0,
      endSessions: sessions > 0,
      delete: !isMain,
    },
  };
};
