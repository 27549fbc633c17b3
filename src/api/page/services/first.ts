import type { Context } from 'koa';
import type { Account } from '../../../access/client';
import { accountUsing } from '../../../access/session';
import { tokenOf } from '../../../access/session-cookie';
import { LANGUAGES, type Language } from '../../../contract/common';
import type { FirmSettings } from '../../../contract/firm-settings';
import type { PageSent } from '../../../http/page';
import { readings } from '../../../plugin-services';
import { presentFirm } from '../../firm/present';
import { logoAddress } from '../../firm/services/logo';
import { firmSettings } from '../../firm/services/settings';
import { presentSession } from '../../session/present';
import { insideFirst, type First } from '../inside';
import { placeOf } from '../place';

/** Somebody looks at the page now: no copy that is fetched ahead, no part of another page, nothing about its headers alone. */
const isVisit = (ctx: Context): boolean =>
  ctx.method === 'GET' && !readings().isPrefetch(ctx) && ['', 'document'].includes(ctx.get('Sec-Fetch-Dest'));

/** The language that the page will begin in, unless this device has remembered another. */
const languageFor = (ctx: Context, account: Account | undefined, firm: FirmSettings): Language => {
  const asked = ctx.acceptsLanguages([...LANGUAGES]);
  return account?.language ?? LANGUAGES.find((language) => language === asked) ?? firm.defaultLanguage;
};

const firstFor = async (
  ctx: Context,
  firm: FirmSettings,
): Promise<First & { account: Account | undefined }> => {
  const place = placeOf(ctx.path);
  const outside = { answers: {}, page: 'sign-in' as const, account: undefined };
  if (place.kind === 'outside') return { ...outside, page: place.isSignIn ? 'sign-in' : null };
  // No cookie proves nothing: one who follows a link in a mail brings none along. The page asks.
  if (!isVisit(ctx) || tokenOf(ctx, 'session') === undefined) return outside;
  const now = new Date();
  const account = await accountUsing(ctx, now);
  const session = { '/session': presentSession(account, now) };
  if (account === undefined) return { ...outside, answers: session };
  const { answers, page } = await insideFirst(account, firm, place);
  return { answers: { ...session, ...answers }, page, account };
};

/** What a page of the portal is sent with. Who is signed in uses the session by that, as with every other request. */
export const firstOf = async (ctx: Context): Promise<PageSent> => {
  const firm = await firmSettings();
  const view = presentFirm(firm, await logoAddress());
  const { answers, page, account } = await firstFor(ctx, firm);
  return {
    answers: { '/firm': view, ...answers },
    page,
    language: languageFor(ctx, account, firm),
    brand: { name: view.name, logo: view.logo },
  };
};

export default { firstOf };
