import type { SecurityEventView } from '../../contract/security-event';
import { moment } from '../../db';
import { deviceOf } from '../../http/device';
import type { SecurityEventRow } from './services/list';

export const presentSecurityEvent = (row: SecurityEventRow): SecurityEventView => ({
  id: row.document_id,
  event: row.event,
  occurredAt: moment(row.occurred_at),
  label: row.label,
  client:
    row.client_document_id === null || row.client_name === null
      ? null
      : { id: row.client_document_id, name: row.client_name },
  actor: row.actor,
  actorName: row.actor_name,
  address: row.address,
  device: deviceOf(row.device),
  detail: row.detail,
});
