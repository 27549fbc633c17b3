import type { ReactNode } from 'react';

/** Read out, never seen. */
export const Hidden = ({ children }: { children: ReactNode }) => (
  <span className="visually-hidden">{children}</span>
);
