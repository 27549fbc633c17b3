import { createContext, useContext, type ReactNode } from 'react';
import type { DossierList } from '../../contract/dossier';
import { loadDossiers } from '../api';
import { useResource, type Resource } from '../ui/resource';

const Dossiers = createContext<Resource<DossierList> | null>(null);

/** The client's dossiers, loaded once for the whole portal and refreshed in place. */
export function useDossierList(): Resource<DossierList> {
  const dossiers = useContext(Dossiers);
  if (!dossiers) throw new Error('useDossierList outside of its provider');
  return dossiers;
}

export const DossierListProvider = ({ children }: { children: ReactNode }) => (
  <Dossiers.Provider value={useResource(loadDossiers)}>{children}</Dossiers.Provider>
);
