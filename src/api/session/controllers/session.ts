import type { Context } from 'koa';
import { accountOfSession } from '../../../access/session';
import { clearSessionCookie, sessionToken, setSessionCookie } from '../../../access/session-cookie';
import { hashToken } from '../../../access/token';
import {
  accountChangeSchema,
  linkRequestSchema,
  passwordChoiceSchema,
  signInSchema,
} from '../../../contract/session';
import { database } from '../../../db';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { presentAccount, presentSession } from '../present';
import { changeAccount } from '../services/change-account';
import { choosePassword } from '../services/choose-password';
import { requestLink } from '../services/request-link';
import { signIn } from '../services/sign-in';
import { signOut } from '../services/sign-out';

export default {
  async create(ctx: Context) {
    const { token, account } = await signIn(body(ctx, signInSchema), from(ctx));
    setSessionCookie(ctx, token);
    ctx.body = presentAccount(account);
  },

  async show(ctx: Context) {
    const now = new Date();
    const token = sessionToken(ctx);
    const account = token && (await accountOfSession(database(), hashToken(token), now));
    ctx.body = account ? presentSession(account, now) : { account: null, endsIn: null };
  },

  use(ctx: Context) {
    ctx.body = presentSession(accountOf(ctx), new Date());
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
