import { useCallback } from 'react';
import { LineError } from '../../sending/line';
import { Refusal } from '../refusal';
import { useSay } from '../words';

/** Turns whatever was thrown into a sentence: the server's own where it gave one. */
export const useErrorText = () => {
  const say = useSay();
  return useCallback(
    (error: unknown): string => {
      // An answer without a body has a code, and no sentence.
      if (error instanceof Refusal && error.message !== '') return error.message;
      if (error instanceof Refusal && error.code === 'not-signed-in') return say('desk.error.signed-out');
      if (error instanceof TypeError) return say('desk.error.unreachable');
      if (error instanceof LineError && error.code === 'unreachable') return say('desk.error.unreachable');
      if (error instanceof Error && error.name === 'TokenRefreshError') return say('desk.error.signed-out');
      return say('desk.error.unexpected');
    },
    [say],
  );
};
