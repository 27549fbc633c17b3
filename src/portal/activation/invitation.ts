import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Opened } from '../../contract/activation';
import { openInvitation } from './activation-api';
import { useFirm } from '../firm/firm';

export interface Invitation extends Opened {
  /** Whose it is; null where the address was typed by hand. */
  reference: string | null;
}

/**
 * The invitation that the page was opened with; null until it is known how it goes on. Its reference stands in the
 * fragment, which no server log sees.
 */
export function useInvitation(): Invitation | null {
  const reference = useLocation().hash.slice(1) || null;
  const { activationWay } = useFirm();
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    const usual: Opened = { userName: null, way: activationWay };
    let current = true;
    const asked = reference === null ? Promise.resolve(usual) : openInvitation({ reference });
    asked.then(
      (answer) => current && setOpened(answer),
      // The page can do without; sending the form says what is wrong with the line.
      () => current && setOpened(usual),
    );
    return () => {
      current = false;
    };
  }, [reference, activationWay]);
  return opened && { reference, ...opened };
}
