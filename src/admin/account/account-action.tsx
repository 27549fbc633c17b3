import { Button } from '@strapi/design-system';
import type { DeskAccount } from '../../contract/desk-account';
import { Asked } from '../ui/asked';
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
  const button = say(`desk.accounts.button.${wish}`);
  const take = async () => {
    await act();
    return say(`desk.accounts.done.${wish}`, { email });
  };
  return (
    <Asked
      button={(ask) => (
        <Button
          size="S"
          variant={HARMLESS.has(wish) ? 'secondary' : 'danger-light'}
          aria-label={`${button}: ${email}`}
          onClick={ask}
        >
          {button}
        </Button>
      )}
      title={button}
      question={say(`desk.accounts.question.${wish}`, { email })}
      confirm={button}
      act={take}
      onDone={onDone}
    />
  );
};
