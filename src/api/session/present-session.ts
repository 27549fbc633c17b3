import Bowser from 'bowser';
import type { Account } from '../../access/client';
import type { Device, OwnSession } from '../../contract/account';
import { moment, type SessionRow } from '../../db';

/** What the browser said it is, in names; it may say anything, so it is shown and never trusted. */
const device = (userAgent: string | null): Device => {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
};

export const presentOwnSession = (row: SessionRow, account: Account): OwnSession => ({
  id: row.document_id,
  device: device(row.device),
  address: row.address,
  isCurrent: row.id === account.sessionId,
  startedAt: moment(row.started_at),
  lastUsedAt: moment(row.last_used_at),
});
