import { Button } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useSay } from '../words';
import { InvitationDialog } from './invitation-dialog';
import { useStep } from '../ui/step';

interface InvitationButtonProps {
  client: DeskClient;
  onInvited: () => void;
}

/** Invites the client, or sends the invitation again. */
export const InvitationButton = ({ client, onInvited }: InvitationButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const { busy, take } = useStep(onInvited);
  const [open, setOpen] = useState(false);
  const { giveUserName } = client.abilities;

  const invite = () =>
    take(async () => {
      const { email } = await desk.invite(client.id, {});
      return say('desk.invitation.sent', { email });
    });

  const first = client.accountState === 'none';
  return (
    <>
      <Button
        variant={first ? 'default' : 'secondary'}
        startIcon={<PaperPlane />}
        loading={busy}
        onClick={() => (giveUserName ? setOpen(true) : void invite())}
      >
        {say(first ? 'desk.invitation.invite' : 'desk.invitation.again')}
      </Button>
      {giveUserName && (
        <InvitationDialog client={client} open={open} onOpenChange={setOpen} onInvited={onInvited} />
      )}
    </>
  );
};
