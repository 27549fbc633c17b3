import { Button, Dialog } from '@strapi/design-system';
import { Lock, WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

interface BlockButtonProps {
  client: DeskClient;
  onChanged: () => void;
}

/** Blocks the client's access after asking, or lets them in again; nothing where there is no access yet. */
export const BlockButton = ({ client: { id, name, abilities }, onChanged }: BlockButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const [sending, setSending] = useState(false);
  if (!abilities.block && !abilities.unblock) return null;
  const wish = abilities.block ? 'block' : 'unblock';

  const change = async () => {
    setSending(true);
    try {
      await desk.setBlocked(id, abilities.block);
      setOpen(false);
      toggleNotification({ type: 'success', message: say(`desk.${wish}.done`, { name }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      setSending(false);
      onChanged();
    }
  };

  return (
    <>
      <Button
        variant={abilities.block ? 'danger-light' : 'secondary'}
        startIcon={<Lock />}
        onClick={() => setOpen(true)}
      >
        {say(`desk.${wish}.button`)}
      </Button>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Content>
          <Dialog.Header>{say(`desk.${wish}.title`)}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>
            {say(`desk.${wish}.question`, { name })}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {say('desk.form.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth variant="danger-light" loading={sending} onClick={() => void change()}>
              {say(`desk.${wish}.button`)}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
};
