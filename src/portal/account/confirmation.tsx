import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { asPortalError } from '../answer';
import { ConfirmationDialog } from './confirmation-dialog';

/**
 * Does something that guards the account. Where the server wants to know again who is there, the reader is asked,
 * and it is done afterwards. Null where they turned back.
 */
type Confirmed = <T>(act: () => Promise<T>) => Promise<T | null>;

const Confirmation = createContext<Confirmed | null>(null);

export function useConfirmed(): Confirmed {
  const confirmed = useContext(Confirmation);
  if (!confirmed) throw new Error('useConfirmed outside of ConfirmationProvider');
  return confirmed;
}

/** Asks for the password where a change needs it, once for all sections of the page. */
export function ConfirmationProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ answer: (isConfirmed: boolean) => void } | null>(null);

  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) =>
        setAsked({
          answer: (isConfirmed) => {
            setAsked(null);
            resolve(isConfirmed);
          },
        }),
      ),
    [],
  );
  const confirmed = useCallback<Confirmed>(
    async (act) => {
      try {
        return await act();
      } catch (thrown) {
        if (asPortalError(thrown).code !== 'confirmation-needed') throw thrown;
      }
      return (await ask()) ? act() : null;
    },
    [ask],
  );
  return (
    <Confirmation.Provider value={confirmed}>
      {children}
      {asked && <ConfirmationDialog onAnswer={asked.answer} />}
    </Confirmation.Provider>
  );
}
