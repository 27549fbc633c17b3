import type { Context } from 'koa';
import type { Account } from '../access/client';
import { SESSION_HEADER, type SessionEnds } from '../contract/account';

type Ends = Pick<Account, 'idleEndsAt' | 'endsAt'>;

const secondsUntil = (end: Date, now: Date): number =>
  Math.max(0, Math.floor((end.getTime() - now.getTime()) / 1000));

/** How long the session lasts, in whole seconds; never more than it does. */
export const endsIn = ({ idleEndsAt, endsAt }: Ends, now: Date): SessionEnds => ({
  idle: secondsUntil(idleEndsAt, now),
  overall: secondsUntil(endsAt, now),
});

/** Every answer says how long the session lasts, so that the page can warn in time without asking. */
export const tellEnds = (ctx: Context, ends: Ends, now: Date): void => {
  const { idle, overall } = endsIn(ends, now);
  ctx.set(SESSION_HEADER, `idle=${idle}, overall=${overall}`);
};
