import type { Context } from 'koa';
import type { Account } from '../access/client';
import type { Staff } from '../access/staff';
import { LANGUAGES, type Language } from '../contract/common';

/** The language to answer in: the signed-in person's own, else the best of what the browser asks for. */
export const readerLanguage = (ctx: Context): Language => {
  const { account, staff } = ctx.state as { account?: Account; staff?: Staff };
  const own = account?.language ?? staff?.language;
  if (own !== undefined) return own;
  const asked = ctx.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === asked) ?? 'en';
};
