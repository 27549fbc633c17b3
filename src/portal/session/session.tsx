import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../contract/common';
import type { SignInAnswer } from '../../contract/second-step';
import type { AccountView, SignIn } from '../../contract/session';
import { asPortalError } from '../answer';
import { chooseLanguage, loadSession, onSignedOut, signIn, signOut } from '../api';
import { forgetDrafts } from '../message/draft';
import { useLanguage } from './language';

/** `unknown` until the server was asked; `left` by the own wish; `expired` while at work. */
type State = 'unknown' | 'in' | 'out' | 'left' | 'expired';

interface Session {
  state: State;
  account: AccountView | null;
  /** Says how far the password brings; a second step may follow. */
  signIn: (credentials: SignIn) => Promise<SignInAnswer>;
  /** Takes an answer of the sign-in in: who is fully signed in is so from now on. */
  settle: (answer: SignInAnswer) => void;
  /** Asks the server who is signed in; nobody is an answer too. */
  enter: () => Promise<void>;
  leave: () => Promise<void>;
  /** Keeps the language with the account, so that mails and refusals come in it too. */
  speak: (language: Language) => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

interface Held {
  state: State;
  account: AccountView | null;
}

/** Nobody is signed in: who was at work is told so. */
const withoutAccount = (state: State): State =>
  state === 'in' ? 'expired' : state === 'unknown' ? 'out' : state;

/** Holds who is signed in, and notices at every request when nobody is any more. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<Held>({ state: 'unknown', account: null });
  const { choose } = useLanguage();

  const welcome = useCallback(
    (account: AccountView) => {
      setHeld({ state: 'in', account });
      choose(account.language);
    },
    [choose],
  );

  useEffect(() => {
    onSignedOut(() => setHeld(({ state }) => ({ state: withoutAccount(state), account: null })));
  }, []);

  const enter = useCallback(async () => {
    const { account } = await loadSession();
    if (account) welcome(account);
    else setHeld(({ state }) => ({ state: withoutAccount(state), account: null }));
  }, [welcome]);

  const leave = useCallback(async () => {
    await signOut().catch((thrown: unknown) => {
      // Who is signed out already has what was asked for.
      if (asPortalError(thrown).code !== 'not-signed-in') throw thrown;
    });
    forgetDrafts();
    setHeld({ state: 'left', account: null });
  }, []);

  const settle = useCallback(
    (answer: SignInAnswer) => {
      if (answer.state === 'signed-in') welcome(answer.account);
    },
    [welcome],
  );

  const session = useMemo<Session>(
    () => ({
      ...held,
      enter,
      leave,
      settle,
      signIn: async (credentials) => {
        const answer = await signIn(credentials);
        settle(answer);
        return answer;
      },
      speak: async (language) => welcome(await chooseLanguage(language)),
    }),
    [held, enter, leave, settle, welcome],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
