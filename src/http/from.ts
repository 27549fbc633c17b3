import type { Context } from 'koa';
import { markOf } from '../access/device-cookie';

/** Where a request comes from. */
export interface From {
  address: string;
  /** What the browser says it is. */
  device: string;
  /** The cookies by which a browser may be known; whether it is says `lock/attempt`. */
  marks: { device: string | undefined; unlock: string | undefined };
}

export const from = (ctx: Context): From => ({
  address: ctx.ip,
  device: ctx.get('User-Agent'),
  marks: { device: markOf(ctx, 'device'), unlock: markOf(ctx, 'unlock') },
});
