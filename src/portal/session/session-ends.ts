import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { SessionEnds } from '../../contract/account';

/** When the session ends, by this device's clock, in milliseconds. */
interface Ends {
  idleAt: number;
  overallAt: number;
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ends'), idleAt: z.number(), overallAt: z.number() }),
  z.object({ kind: z.literal('left') }),
]);

// All tabs share one session: what one of them hears of it, the others hear from it.
const channel = new BroadcastChannel('aktenpoort-session');

let ends: Ends | null = null;
let leftElsewhere = (): void => {};
const listeners = new Set<() => void>();

const keep = (news: Ends | null): void => {
  ends = news;
  listeners.forEach((listener) => listener());
};

channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = messageSchema.safeParse(data).data;
  if (message?.kind === 'ends') keep({ idleAt: message.idleAt, overallAt: message.overallAt });
  if (message?.kind === 'left') leftElsewhere();
});

/** Takes in how long the server says that the session lasts. */
export const noteEnds = ({ idle, overall }: SessionEnds): void => {
  const now = Date.now();
  const news = { idleAt: now + idle * 1000, overallAt: now + overall * 1000 };
  keep(news);
  channel.postMessage({ kind: 'ends', ...news });
};

/** Nobody is signed in here any more. */
export const forgetEnds = (): void => keep(null);

/** Who signs out in one tab is signed out in all. */
export const tellLeft = (): void => channel.postMessage({ kind: 'left' });

/** Calls `listener` when somebody signed out in another tab. */
export const onLeftElsewhere = (listener: () => void): void => {
  leftElsewhere = listener;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSessionEnds = (): Ends | null => useSyncExternalStore(subscribe, () => ends);
