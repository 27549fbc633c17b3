import type { SignInAnswer } from '../../contract/second-step';

/** Runs what guards the account; null where the reader turned back. */
export type Act = <T>(act: () => Promise<T>) => Promise<T | null>;

export interface SetUpProps {
  onAdded: (answer: SignInAnswer) => void;
  /** Under "My details" it asks for the password first. */
  confirmed?: Act;
}

export const atOnce: Act = (act) => act();
