import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskAccount } from '../../contract/desk-account';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

/** What staff may do with one account. */
export type AccountWish = 'unlock' | 'end-sessions' | 'reset-second-step' | 'block' | 'unblock' | 'delete';

const HARMLESS = new Set<AccountWish>(['unlock', 'unblock']);

interface AccountActionProps {
  wish: AccountWish;
  account: DeskAccount;
  act: () => Promise<unknown>;
  onDone: () => void;
}

/** A button that asks before it does something to an account, and says what came of it. */
export const AccountAction = ({ wish, account: { email }, act, onDone }: AccountActionProps) => {
  const say = useSay();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [isAsking, setAsking] = useState(false);
  const button = say(`desk.accounts.button.${wish}`);

  const confirm = async () => {
    try {
      await act();
      toggleNotification({ type: 'success', message: say(`desk.accounts.done.${wish}`, { email }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      onDone();
    }
  };
  return (
    <Dialog.Root open={isAsking} onOpenChange={setAsking}>
      <Dialog.Trigger>
        <Button
          size="S"
          variant={HARMLESS.has(wish) ? 'secondary' : 'danger-light'}
          aria-label={`${button}: ${email}`}
        >
          {button}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog title={button} onConfirm={confirm}>
        {say(`desk.accounts.question.${wish}`, { email })}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
