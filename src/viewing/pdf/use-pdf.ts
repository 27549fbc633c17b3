import { useEffect, useState } from 'react';
import { codeOf } from '../../sending/line';
import type { Viewing } from '../bytes';
import { useSide } from '../side';
import type { Trouble } from '../trouble';
import { openPdf, troubleOf, type Reading } from './open-pdf';

interface OpenPdf {
  reading: Reading | null;
  /** Nothing can be shown. */
  trouble: Trouble | null;
  /** Something can be shown, but not all of it has come. */
  missing: Error | null;
  retry: () => void;
}

const NOTHING = { reading: null, trouble: null, missing: null };

/** Opens a PDF for as long as the page stands. */
export function usePdf({ document: { id, size }, onOpened, onGone }: Viewing): OpenPdf {
  const { readPart } = useSide();
  const [state, setState] = useState<Omit<OpenPdf, 'retry'>>(NOTHING);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const closed = new AbortController();
    const fail = (trouble: Trouble, how: 'trouble' | 'missing'): void => {
      if (codeOf(trouble) === 'not-found') onGone();
      else setState((old) => ({ ...old, [how]: trouble }));
    };
    const onMissing = (why: Error | null): void => {
      if (why) fail(why, 'missing');
      else setState((old) => ({ ...old, missing: null }));
    };
    openPdf({ readPart, id, size }, closed.signal, onOpened, onMissing).then(
      (reading) => {
        if (!closed.signal.aborted) setState({ ...NOTHING, reading });
      },
      (thrown: unknown) => {
        if (!closed.signal.aborted) fail(troubleOf(thrown), 'trouble');
      },
    );
    return () => closed.abort();
  }, [id, size, turn, readPart, onOpened, onGone]);

  const { reading, missing } = state;
  useEffect(() => {
    if (!missing || !reading) return undefined;
    window.addEventListener('online', reading.askAgain);
    return () => window.removeEventListener('online', reading.askAgain);
  }, [missing, reading]);
  const retry = (): void => {
    setState(NOTHING);
    setTurn((count) => count + 1);
  };
  return { ...state, retry };
}
