import { Button, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

interface InvitationButtonProps {
  client: DeskClient;
  onInvited: () => void;
}

/** Invites the client, or sends the invitation again; nothing where the account is already in use. */
export const InvitationButton = ({ client, onInvited }: InvitationButtonProps) => {
  const say = useSay();
  const errorText = useErrorText();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const [sending, setSending] = useState(false);

  if (client.communication !== 'portal') {
    return <Typography textColor="neutral600">{say('desk.client.not-invitable')}</Typography>;
  }
  if (client.accountState !== 'none' && client.accountState !== 'invited') return null;

  const invite = async () => {
    setSending(true);
    try {
      const { email } = await desk.invite(client.id);
      toggleNotification({ type: 'success', message: say('desk.invitation.sent', { email }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      setSending(false);
      onInvited();
    }
  };

  const first = client.accountState === 'none';
  return (
    <Button
      variant={first ? 'default' : 'secondary'}
      startIcon={<PaperPlane />}
      loading={sending}
      onClick={() => void invite()}
    >
      {say(first ? 'desk.invitation.invite' : 'desk.invitation.again')}
    </Button>
  );
};
