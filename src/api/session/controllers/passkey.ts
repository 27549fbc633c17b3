import type { Context } from 'koa';
import {
  clearPasskeyCookie,
  clearSignInCookie,
  setPasskeyCookie,
  tokenOf,
} from '../../../access/session-cookie';
import { hashToken, newToken } from '../../../access/token';
import { refuse } from '../../../contract/refuse';
import { newPasskeySchema, passkeyNameSchema, passkeyProofSchema } from '../../../contract/second-step';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf, enrollerOf, idOf, signInOf } from '../../../http/person';
import { letBrowserIn } from '../lock/let-browser-in';
import { presentSignedIn } from '../present';
import { addPasskey, beginPasskey, renamePasskey } from '../services/enrol-passkey';
import { beginPasskeySignIn, signInByPasskey } from '../services/sign-in-by-passkey';
import { beginPasskeyStep } from '../services/take-second-step';
import { answerAdded } from '../second-step/answer-added';

/** One browser, before anybody knows whose it is. */
const browserKey = (token: string): string => `browser:${hashToken(token)}`;

export default {
  async beginSignIn(ctx: Context) {
    const token = newToken();
    ctx.body = await beginPasskeySignIn(browserKey(token), from(ctx));
    setPasskeyCookie(ctx, token);
  },

  async signIn(ctx: Context) {
    const { response } = body(ctx, passkeyProofSchema);
    const token = tokenOf(ctx, 'passkey');
    if (token === undefined) throw refuse('wrong-code', 'This browser was asked for no passkey');
    const signedIn = await signInByPasskey(browserKey(token), response, from(ctx));
    clearPasskeyCookie(ctx);
    clearSignInCookie(ctx);
    await letBrowserIn(ctx, signedIn.token);
    ctx.body = presentSignedIn(signedIn);
  },

  async beginStep(ctx: Context) {
    ctx.body = await beginPasskeyStep(signInOf(ctx));
  },

  async begin(ctx: Context) {
    ctx.body = await beginPasskey(enrollerOf(ctx));
  },

  async add(ctx: Context) {
    await answerAdded(ctx, await addPasskey(enrollerOf(ctx), body(ctx, newPasskeySchema), from(ctx)));
  },

  async rename(ctx: Context) {
    await renamePasskey(accountOf(ctx), idOf(ctx), body(ctx, passkeyNameSchema));
    ctx.status = 204;
  },
};
