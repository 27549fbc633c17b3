import { useEffect, useState } from 'react';
import type { AttachmentView } from '../contract/document';
import { codeOf } from '../sending/line';
import { useSide } from './side';
import { asError, type Trouble } from './trouble';

export interface Viewing {
  document: AttachmentView;
  /** The first bytes have come: from now on the other side knows it as opened. */
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
  const { readPart } = useSide();
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
        if (codeOf(thrown) === 'not-found') onGone();
        else setState({ bytes: null, trouble: asError(thrown) });
      },
    );
    return () => abort.abort();
  }, [id, size, most, turn, readPart, onOpened, onGone]);
  const retry = (): void => {
    setState({ bytes: null, trouble: null });
    setTurn((count) => count + 1);
  };
  return { ...state, retry };
}
