import type { Account } from '../../access/client';
import type { OwnSession } from '../../contract/account';
import { moment, type SessionRow } from '../../db';
import { deviceOf } from '../../http/device';

export const presentOwnSession = (row: SessionRow, account: Account): OwnSession => ({
  id: row.document_id,
  device: deviceOf(row.device),
  address: row.address,
  isCurrent: row.id === account.sessionId,
  startedAt: moment(row.started_at),
  lastUsedAt: moment(row.last_used_at),
});
