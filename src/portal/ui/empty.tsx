import type { ReactNode } from 'react';

/** Says what will appear here, and when. */
export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
