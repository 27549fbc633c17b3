import type { Context } from 'koa';
import { newLogoSchema } from '../../../contract/firm-logo';
import { body } from '../../../http/input';
import { staffOf } from '../../../http/person';
import { logo, removeLogo, setLogo } from '../services/logo';

export default {
  /** Anybody may see it, and its address is its content's: browsers and proxies may keep it. */
  async show(ctx: Context) {
    const { mediaType, bytes } = await logo(String((ctx.params as { version?: unknown }).version));
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    ctx.type = mediaType;
    ctx.body = bytes;
  },

  async set(ctx: Context) {
    ctx.body = await setLogo(staffOf(ctx), body(ctx, newLogoSchema).content);
  },

  async remove(ctx: Context) {
    await removeLogo(staffOf(ctx));
    ctx.status = 204;
  },
};
