import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../contract/common';
import type { SignInAnswer } from '../../contract/second-step';
import type { AccountView, SignIn } from '../../contract/session';
import { asPortalError } from '../answer';
import { chooseLanguage, signIn, signOut } from './session-api';
import { loadSession, onSessionEnds, onSignedOut } from '../api';
import { forgetDrafts } from '../message/draft';
import { useLanguage } from './language';
import { forgetEnds, noteEnds, onLeftElsewhere, tellLeft } from './session-ends';

/** `unknown` until the server was asked; `left` by the own wish; `expired` while at work. */
type State = 'unknown' | 'in' | 'out' | 'left' | 'expired';

interface Session {
  state: State;
  account: AccountView | null;
  /** Says how far the password brings; a second step may follow. */
  signIn: (credentials: SignIn) => Promise<SignInAnswer>;
  /** Takes an answer of the sign-in in: who is fully signed in is so from now on. */
  settle: (answer: SignInAnswer) => void;
  /** Asks how long the session lasts, without using it. Who cannot be asked about at its end is signed out. */
  check: (isOver: boolean) => Promise<void>;
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

/** What the page was sent with, if it says anything of a session. */
const atFirst = (): Held => {
  const told = loadSession.first();
  if (told === null) return { state: 'unknown', account: null };
  return { state: told.account ? 'in' : 'out', account: told.account };
};

/** Holds who is signed in, and notices at every request when nobody is any more. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<Held>(atFirst);
  const { choose } = useLanguage();

  const welcome = useCallback(
    (account: AccountView) => {
      setHeld({ state: 'in', account });
      choose(account.language);
    },
    [choose],
  );

  const lose = useCallback(() => {
    forgetEnds();
    setHeld(({ state }) => ({ state: withoutAccount(state), account: null }));
  }, []);
  const left = useCallback(() => {
    forgetEnds();
    forgetDrafts();
    setHeld({ state: 'left', account: null });
  }, []);

  useEffect(() => {
    onSignedOut(lose);
    onSessionEnds(noteEnds);
    onLeftElsewhere(left);
    // A page that the browser kept and shows again may be somebody else's by now.
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) location.reload();
    };
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, [lose, left]);

  // Who came with the page is held already; what follows from it is done here.
  useEffect(() => {
    const told = loadSession.first();
    loadSession.take();
    if (told?.account) choose(told.account.language);
    if (told?.endsIn) noteEnds(told.endsIn);
  }, [choose]);

  const enter = useCallback(async () => {
    const { account, endsIn } = await loadSession();
    if (account) welcome(account);
    else lose();
    if (endsIn) noteEnds(endsIn);
  }, [welcome, lose]);

  const check = useCallback(
    async (isOver: boolean) => {
      try {
        const { endsIn } = await loadSession();
        if (endsIn) noteEnds(endsIn);
        else lose();
      } catch {
        // Without a line nothing is known; what was on the screen does not stay there past the end.
        if (isOver) lose();
      }
    },
    [lose],
  );

  const leave = useCallback(async () => {
    await signOut().catch((thrown: unknown) => {
      // Who is signed out already has what was asked for.
      if (asPortalError(thrown).code !== 'not-signed-in') throw thrown;
    });
    tellLeft();
    left();
  }, [left]);

  const settle = useCallback(
    (answer: SignInAnswer) => {
      if (answer.state === 'signed-in') welcome(answer.account);
    },
    [welcome],
  );

  const session = useMemo<Session>(
    () => ({
      ...held,
      check,
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
    [held, check, enter, leave, settle, welcome],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
