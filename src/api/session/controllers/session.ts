import type { Context } from 'koa';
import { accountOfSession } from '../../../access/session';
import { clearSessionCookie, tokenOf } from '../../../access/session-cookie';
import { setMark } from '../../../access/device-cookie';
import { hashToken } from '../../../access/token';
import {
  accountChangeSchema,
  linkRequestSchema,
  linkSchema,
  passwordChoiceSchema,
  signInSchema,
} from '../../../contract/session';
import { database } from '../../../db';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { setCookies } from '../entry-cookies';
import { presentAccount, presentEntry, presentSession } from '../present';
import { changeAccount } from '../services/change-account';
import { choosePassword } from '../services/choose-password';
import { requestLink } from '../services/request-link';
import { signIn } from '../services/sign-in';
import { signOut } from '../services/sign-out';
import { linkAccount } from '../mailed-link';
import { passwordRule } from '../password';
import { personOf } from '../person';
import { useUnlockLink } from '../services/use-unlock-link';

export default {
  async create(ctx: Context) {
    const entry = await signIn(body(ctx, signInSchema), from(ctx));
    await setCookies(ctx, entry);
    ctx.body = presentEntry(entry);
  },

  async show(ctx: Context) {
    const now = new Date();
    const token = tokenOf(ctx, 'session');
    const account =
      token === undefined ? undefined : await accountOfSession(database(), hashToken(token), now);
    ctx.body = presentSession(account, now);
  },

  use(ctx: Context) {
    ctx.body = presentSession(accountOf(ctx), new Date());
  },

  async end(ctx: Context) {
    await signOut(accountOf(ctx), from(ctx));
    clearSessionCookie(ctx);
    ctx.status = 204;
  },

  async requestReset(ctx: Context) {
    await requestLink('reset', body(ctx, linkRequestSchema).email, from(ctx));
    ctx.status = 202;
    ctx.body = {};
  },

  async linkRule(ctx: Context) {
    ctx.body = await passwordRule(await personOf(database(), await linkAccount(body(ctx, linkSchema).token)));
  },

  async ownRule(ctx: Context) {
    ctx.body = await passwordRule(accountOf(ctx));
  },

  async useUnlockLink(ctx: Context) {
    setMark(ctx, 'unlock', await useUnlockLink(body(ctx, linkSchema)));
    ctx.status = 204;
  },

  async choosePassword(ctx: Context) {
    await choosePassword(body(ctx, passwordChoiceSchema), from(ctx));
    ctx.status = 204;
  },

  async change(ctx: Context) {
    ctx.body = presentAccount(await changeAccount(accountOf(ctx), body(ctx, accountChangeSchema)));
  },
};
