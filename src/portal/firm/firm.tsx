import { createContext, useContext } from 'react';
import type { FirmView } from '../../contract/firm';

export const Firm = createContext<FirmView | null>(null);

/** The firm whose portal this is. */
export function useFirm(): FirmView {
  const firm = useContext(Firm);
  if (!firm) throw new Error('useFirm outside of its provider');
  return firm;
}
