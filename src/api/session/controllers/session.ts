import type { Context } from 'koa';
import { clearSessionCookie, setSessionCookie } from '../../../access/session-cookie';
import {
  accountChangeSchema,
  linkRequestSchema,
  passwordChoiceSchema,
  signInSchema,
} from '../../../contract/session';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { presentAccount } from '../present';
import { changeAccount } from '../services/change-account';
import { choosePassword } from '../services/choose-password';
import { requestLink } from '../services/request-link';
import { signIn } from '../services/sign-in';
import { signOut } from '../services/sign-out';
import type { From } from '../start-session';

const from = (ctx: Context): From => ({ address: ctx.ip, device: ctx.get('User-Agent') });

export default {
  async create(ctx: Context) {
    const { token, account } = await signIn(body(ctx, signInSchema), from(ctx));
    setSessionCookie(ctx, token);
    ctx.body = presentAccount(account);
  },

  show(ctx: Context) {
    ctx.body = presentAccount(accountOf(ctx));
  },

  async end(ctx: Context) {
    await signOut(accountOf(ctx));
    clearSessionCookie(ctx);
    ctx.status = 204;
  },

  async requestActivation(ctx: Context) {
    await requestLink('activation', body(ctx, linkRequestSchema).email);
    ctx.status = 202;
    ctx.body = {};
  },

  async requestReset(ctx: Context) {
    await requestLink('reset', body(ctx, linkRequestSchema).email);
    ctx.status = 202;
    ctx.body = {};
  },

  async choosePassword(ctx: Context) {
    const { token } = await choosePassword(body(ctx, passwordChoiceSchema), from(ctx));
    if (token !== null) setSessionCookie(ctx, token);
    ctx.body = { signedIn: token !== null };
  },

  async change(ctx: Context) {
    ctx.body = presentAccount(await changeAccount(accountOf(ctx), body(ctx, accountChangeSchema)));
  },
};
