import { can } from '../../access/staff';
import type { DeskClient } from '../../contract/client';
import type { FirmSettings } from '../../contract/firm-settings';
import { momentOrNull } from '../../db';
import { pendingEmail } from '../session/email-change/pending';
import { isNameless } from './invitable';
import type { ClientWithState } from './services/list';

/** Before the activation the address only stands for a name that is still to come. */
const userNameOf = (client: ClientWithState, { userNames }: FirmSettings): string | null => {
  const isPending = client.activated_at === null && userNames !== 'email';
  return isPending && client.username === client.email ? null : client.username;
};

export const presentClient =
  (firm: FirmSettings) =>
  (client: ClientWithState): DeskClient => ({
    id: client.document_id,
    number: client.number,
    name: client.name,
    kind: client.kind,
    email: client.email,
    pendingEmail: pendingEmail(client),
    phone: client.phone,
    language: client.language,
    communication: client.communication,
    consentedAt: momentOrNull(client.consented_at),
    accountState: client.account_state,
    invitedAt: momentOrNull(client.invited_at),
    openedAt: momentOrNull(client.opened_at),
    activatedAt: momentOrNull(client.activated_at),
    userName: userNameOf(client, firm),
    abilities: {
      invite: can.invite(client),
      giveUserName: can.invite(client) && isNameless(firm.userNames, client, client.email),
      revoke: can.revoke(client),
      letter: can.revoke(client) && firm.activationWay === 'code',
      block: can.block(client),
      unblock: client.account_state === 'blocked',
    },
    dossierCount: Number(client.dossier_count),
  });
