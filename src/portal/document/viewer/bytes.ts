import { useEffect, useState } from 'react';
import type { DocumentView } from '../../../contract/document';
import { asPortalError } from '../../answer';
import { readPart } from './read-part';
import type { Trouble } from './trouble';

export interface Viewing {
  document: DocumentView;
  /** The first bytes have come: from now on the firm knows it as opened. */
  onOpened: () => void;
  /** It was there when the list was, and is no more. */
  onGone: () => void;
}

interface Read {
  bytes: ArrayBuffer | null;
  trouble: Trouble | null;
  retry: () => void;
}

/** Reads a file from its beginning, up to `most` bytes. */
export function useBytes({ document: { id, size }, onOpened, onGone }: Viewing, most = size): Read {
  const [state, setState] = useState<Omit<Read, 'retry'>>({ bytes: null, trouble: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    readPart(id, 0, Math.min(size, most), abort.signal).then(
      (bytes) => {
        if (abort.signal.aborted) return;
        setState({ bytes, trouble: null });
        onOpened();
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        const trouble = asPortalError(thrown);
        if (trouble.code === 'not-found') onGone();
        else setState({ bytes: null, trouble });
      },
    );
    return () => abort.abort();
  }, [id, size, most, turn, onOpened, onGone]);
  const retry = (): void => {
    setState({ bytes: null, trouble: null });
    setTurn((count) => count + 1);
  };
  return { ...state, retry };
}
