import type { Context } from 'koa';
import { tokenOf } from '../../../access/session-cookie';
import { emailChangeSchema } from '../../../contract/email-change';
import { linkSchema } from '../../../contract/session';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { keepKnown } from '../lock/let-browser-in';
import { askEmailChange, dropEmailChange, ownEmail } from '../services/ask-email-change';
import { useEmailLink } from '../services/use-email-link';

export default {
  async show(ctx: Context) {
    ctx.body = await ownEmail(accountOf(ctx));
  },

  async ask(ctx: Context) {
    await askEmailChange(accountOf(ctx), body(ctx, emailChangeSchema), from(ctx));
    ctx.status = 202;
    ctx.body = await ownEmail(accountOf(ctx));
  },

  async drop(ctx: Context) {
    await dropEmailChange(accountOf(ctx));
    ctx.status = 204;
  },

  async use(ctx: Context) {
    const accountId = await useEmailLink(body(ctx, linkSchema), tokenOf(ctx, 'session'), from(ctx));
    // The browser is known by the user name, which may be another one now.
    if (accountId !== undefined) await keepKnown(ctx, accountId);
    ctx.status = 204;
  },
};
