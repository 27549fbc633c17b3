import type { Context } from 'koa';
import { codeActivationSchema, linkActivationSchema, openingSchema } from '../../../contract/activation';
import { linkRequestSchema } from '../../../contract/session';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { setCookies } from '../../session/entry-cookies';
import { presentEntry } from '../../session/present';
import { requestLink } from '../../session/services/request-link';
import { activateByCode, activateByLink, type Activation } from '../services/activate';
import { openInvitation } from '../services/open';

const answer = async (ctx: Context, { entry, firstScreen }: Activation): Promise<void> => {
  await setCookies(ctx, entry);
  ctx.body = { signIn: presentEntry(entry), firstScreen };
};

export default {
  async open(ctx: Context) {
    ctx.body = await openInvitation(body(ctx, openingSchema).reference);
  },

  async requestLink(ctx: Context) {
    await requestLink('activation', body(ctx, linkRequestSchema).email, from(ctx));
    ctx.status = 202;
    ctx.body = {};
  },

  async byLink(ctx: Context) {
    await answer(ctx, await activateByLink(body(ctx, linkActivationSchema), from(ctx)));
  },

  async byCode(ctx: Context) {
    await answer(ctx, await activateByCode(body(ctx, codeActivationSchema), from(ctx)));
  },
};
