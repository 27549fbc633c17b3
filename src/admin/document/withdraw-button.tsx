import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskDocument } from '../../contract/document';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

interface WithdrawButtonProps {
  document: DeskDocument;
  onWithdrawn: () => void;
}

/** Takes a document back after asking; the client no longer finds it, staff keep the trace. */
export const WithdrawButton = ({ document: { id, name }, onWithdrawn }: WithdrawButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const [sending, setSending] = useState(false);

  const withdraw = async () => {
    setSending(true);
    try {
      await desk.withdraw(id);
      setOpen(false);
      toggleNotification({ type: 'success', message: say('desk.withdraw.done', { name }) });
      onWithdrawn();
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      setSending(false);
    }
  };

  return (
    <>
      <IconButton label={say('desk.withdraw.button', { name })} variant="ghost" onClick={() => setOpen(true)}>
        <Trash />
      </IconButton>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Content>
          <Dialog.Header>{say('desk.withdraw.title')}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>
            {say('desk.withdraw.question', { name })}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {say('desk.form.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth variant="danger-light" loading={sending} onClick={() => void withdraw()}>
              {say('desk.withdraw.confirm')}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
};
