import type { Context } from 'koa';

/** Where a request comes from. */
export interface From {
  address: string;
  /** What the browser says it is. */
  device: string;
}

export const from = (ctx: Context): From => ({ address: ctx.ip, device: ctx.get('User-Agent') });
