import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { openInvitation } from '../api';

export interface Invitation {
  /** Whose it is; null where the address was typed by hand. */
  reference: string | null;
  /** With which user name its account signs in, as far as that is known. */
  userName: string | null;
}

/** The invitation that the page was opened with. Its reference stands in the fragment, which no server log sees. */
export function useInvitation(): Invitation {
  const reference = useLocation().hash.slice(1) || null;
  const [userName, setUserName] = useState<string | null>(null);
  useEffect(() => {
    if (reference === null) return undefined;
    let current = true;
    openInvitation({ reference }).then(
      (opened) => current && setUserName(opened.userName),
      // The page can do without; sending the form says what is wrong with the line.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [reference]);
  return { reference, userName };
}
