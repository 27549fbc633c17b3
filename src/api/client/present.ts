import type { DeskClient } from '../../contract/client';
import { momentOrNull } from '../../db';
import { accountState } from './account-state';
import type { ClientWithState } from './services/list';

export const presentClient = (client: ClientWithState): DeskClient => ({
  id: client.document_id,
  number: client.number,
  name: client.name,
  kind: client.kind,
  email: client.email,
  phone: client.phone,
  language: client.language,
  communication: client.communication,
  consentedAt: momentOrNull(client.consented_at),
  accountState: accountState(client),
  invitedAt: momentOrNull(client.invited_at),
  activatedAt: momentOrNull(client.activated_at),
  dossierCount: Number(client.dossier_count),
  abilities: {
    block: ['invited', 'active'].includes(accountState(client)),
    unblock: accountState(client) === 'blocked',
  },
});
