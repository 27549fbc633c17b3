import { Button, Dialog } from '@strapi/design-system';
import { Cross, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useSay } from '../words';
import { useStep } from './step';

interface RevokeButtonProps {
  client: DeskClient;
  onRevoked: () => void;
}

/** Takes the invitation back after asking. */
export const RevokeButton = ({ client: { id, name }, onRevoked }: RevokeButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const { busy, take } = useStep(onRevoked);
  const [open, setOpen] = useState(false);
  const revoke = async () => {
    const isDone = await take(async () => {
      await desk.revokeInvitation(id);
      return say('desk.revoke.done', { name });
    });
    if (isDone) setOpen(false);
  };
  return (
    <>
      <Button variant="danger-light" startIcon={<Cross />} onClick={() => setOpen(true)}>
        {say('desk.revoke.button')}
      </Button>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Content>
          <Dialog.Header>{say('desk.revoke.title')}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>
            {say('desk.revoke.question', { name })}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {say('desk.form.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth variant="danger-light" loading={busy} onClick={() => void revoke()}>
              {say('desk.revoke.confirm')}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
};
