import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

/** For a client who has lost every second step; nothing where there is none. */
export const ResetSecondStep = ({ client }: { client: DeskClient }) => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [isAsking, setAsking] = useState(false);
  const { data, reload } = useLoaded(useCallback(() => desk.secondStep(client.id), [desk, client.id]));
  if (!data || data.methods.length === 0) return null;

  const reset = async () => {
    try {
      await desk.resetSecondStep(client.id);
      toggleNotification({ type: 'success', message: say('desk.second-step.done') });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      void reload();
    }
  };
  return (
    <Dialog.Root open={isAsking} onOpenChange={setAsking}>
      <Dialog.Trigger>
        <Button variant="danger-light">{say('desk.second-step.reset')}</Button>
      </Dialog.Trigger>
      <ConfirmDialog title={say('desk.second-step.reset')} onConfirm={reset}>
        {say('desk.second-step.question')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
