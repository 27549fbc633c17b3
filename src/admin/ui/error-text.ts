import { useCallback } from 'react';
import { Refusal } from '../refusal';
import { useSay } from '../words';

/** Turns whatever was thrown into a sentence: the server's own where it gave one. */
export const useErrorText = () => {
  const say = useSay();
  return useCallback(
    (error: unknown): string => {
      if (error instanceof Refusal) return error.message;
      if (error instanceof TypeError) return say('desk.error.unreachable');
      if (error instanceof Error && error.name === 'TokenRefreshError') return say('desk.error.signed-out');
      return say('desk.error.unexpected');
    },
    [say],
  );
};
