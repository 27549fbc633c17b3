import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from 'koa';

/** Has the line to the reader been cut? What is written on it now arrives nowhere. */
const isCut = (ctx: Context): boolean => ctx.req.socket.destroyed || ctx.res.destroyed;

/** Waits until the line takes more, or is cut. */
const whenTaken = async ({ res }: Context): Promise<void> => {
  if (!res.writableNeedDrain) return;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(res, 'drain', { signal }), once(res, 'close', { signal })]);
  over.abort();
};

/**
 * Is the reader still there, once all that was written before has been handed to the line? To be asked before
 * anything is noted of what goes out next.
 */
export const isListening = async (ctx: Context): Promise<boolean> => {
  await whenTaken(ctx);
  // What came over the line, a reset too, is heard between two turns; a database may answer without any.
  await turn();
  await turn();
  return !isCut(ctx);
};
