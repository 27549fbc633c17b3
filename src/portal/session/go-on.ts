import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SignInAnswer } from '../../contract/second-step';

const NEXT: Record<Exclude<SignInAnswer['state'], 'signed-in'>, string> = {
  'second-step': '/second-step',
  'second-step-missing': '/second-step/set-up',
};

/** Leads on to where a sign-in stands; who is in comes to `from`, where they wanted to go. */
export function useGoOn(): (answer: Pick<SignInAnswer, 'state'>, from?: string) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ state }, from) =>
      state === 'signed-in'
        ? navigate(from ?? '/', { replace: true })
        : navigate(NEXT[state], { replace: true, state: { from } }),
    [navigate],
  );
}
