import type { Activated } from '../../contract/activation';
import type { PortalError } from '../answer';
import { useGoOn } from '../session/go-on';
import { useSession } from '../session/session';
import { useSubmit } from '../ui/submit';

/** Where each first screen is (R7). */
const FIRST_SCREENS: Record<Activated['firstScreen'], string> = { details: '/details', home: '/' };

interface Activating {
  pending: boolean;
  error: PortalError | null;
  /** Sends the form; goes on to the first screen, or to the second step before it. */
  activate: (send: () => Promise<Activated>) => void;
}

export function useActivating(): Activating {
  const { settle } = useSession();
  const goOn = useGoOn();
  const { pending, error, submit } = useSubmit();
  const activate = (send: () => Promise<Activated>): void =>
    void submit(async () => {
      const { signIn, firstScreen } = await send();
      settle(signIn);
      goOn(signIn, FIRST_SCREENS[firstScreen]);
    });
  return { pending, error, activate };
}
