import { useOutletContext } from 'react-router-dom';
import type { DossierView } from '../../contract/dossier';
import type { Uploads } from '../../sending/uploads';

export interface OpenDossier {
  dossier: DossierView;
  /** Refreshes all of it in place. */
  reload: () => void;
  /** Files on their way into "Provided by me"; they go on while the reader looks elsewhere in the dossier. */
  uploads: Uploads;
  /** Which document was looked at, for the list to which its reader comes back. */
  shown: {
    note: (documentId: string) => void;
    /** Whether the reader comes back from this document; true only once. */
    isBackFrom: (documentId: string) => boolean;
  };
}

/** The dossier whose page this is part of. */
export const useDossier = (): OpenDossier => useOutletContext<OpenDossier>();
