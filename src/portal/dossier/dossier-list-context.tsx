import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { DossierList } from '../../contract/dossier';
import { loadDossiers } from './dossier-api';
import { useResource, type Resource } from '../ui/resource';

/** Marks the way from a dossier to the list it was opened from. */
export const BACK_TO_LIST = 'back-to-list';

/** Where the reader was in the list, for when they come back to it. */
interface Place {
  noteSearch: (search: string) => void;
  /** What was sought, as in the address. */
  search: () => string;
  noteOpened: (dossierId: string) => void;
  /** Whether this dossier was the last that was opened. */
  wasOpened: (dossierId: string) => boolean;
}

const newPlace = (): Place => {
  let sought = '';
  let last: string | null = null;
  return {
    noteSearch: (search) => {
      sought = search;
    },
    search: () => sought,
    noteOpened: (dossierId) => {
      last = dossierId;
    },
    wasOpened: (dossierId) => dossierId === last,
  };
};

interface Held {
  list: Resource<DossierList>;
  want: () => void;
  place: Place;
}

const Dossiers = createContext<Held | null>(null);

function useHeld(): Held {
  const held = useContext(Dossiers);
  if (!held) throw new Error('The list of dossiers outside of its provider');
  return held;
}

/** The client's dossiers, loaded when a page first wants them, kept for the whole portal and refreshed in place. */
export function useDossierList(): Resource<DossierList> {
  const { list, want } = useHeld();
  useEffect(want, [want]);
  return list;
}

export const usePlaceInList = (): Place => useHeld().place;

const notYet = () => new Promise<DossierList>(() => undefined);

export function DossierListProvider({ children }: { children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const list = useResource(isWanted ? loadDossiers : notYet);
  const [place] = useState(newPlace);
  const held = useMemo<Held>(() => ({ list, want: () => setWanted(true), place }), [list, place]);
  return <Dossiers.Provider value={held}>{children}</Dossiers.Provider>;
}
