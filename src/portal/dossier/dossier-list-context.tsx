import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { DossierList } from '../../contract/dossier';
import { loadDossiers } from '../api';
import { useResource, type Resource } from '../ui/resource';

interface Held {
  list: Resource<DossierList>;
  want: () => void;
}

const Dossiers = createContext<Held | null>(null);

/** The client's dossiers, loaded when a page first wants them, kept for the whole portal and refreshed in place. */
export function useDossierList(): Resource<DossierList> {
  const held = useContext(Dossiers);
  if (!held) throw new Error('useDossierList outside of its provider');
  const { list, want } = held;
  useEffect(want, [want]);
  return list;
}

const notYet = () => new Promise<DossierList>(() => undefined);

export function DossierListProvider({ children }: { children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const list = useResource(isWanted ? loadDossiers : notYet);
  const held = useMemo<Held>(() => ({ list, want: () => setWanted(true) }), [list]);
  return <Dossiers.Provider value={held}>{children}</Dossiers.Provider>;
}
