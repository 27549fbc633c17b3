import type { Context } from 'koa';
import { z } from 'zod';
import { ADMINISTRATOR } from '../access/staff';
import { languageSchema } from '../contract/common';
import { panelRefusal } from '../http/panel-refusal';

/** Strapi's own body layer has read this one. */
type Asked = Context & { request: { body?: unknown } };

const text = z.string().nullish();

/** By what others know a member of staff: on every document and message of theirs, and in the proof. */
const names = { firstname: text, lastname: text, username: text, email: text };
type Name = keyof typeof names;
const NAMES = Object.keys(names) as Name[];

const userSchema = z.object({
  ...names,
  preferedLanguage: z.unknown(),
  roles: z.array(z.object({ code: z.string() })),
});

const bodySchema = z.record(z.string(), z.unknown());

/** Strapi keeps addresses in small letters, and has no difference between a name that is missing and an empty one. */
const asKept = (field: Name, value: unknown): unknown =>
  field === 'email' && typeof value === 'string' ? value.toLowerCase() : (value ?? '');

/**
 * Only the firm's administrator gives staff another name or address: the panel's own page would let anybody take
 * a colleague's name, under which the proof would then have their deeds. The page sends what it shows, so what is
 * as it was passes.
 */
export default ({ request: { ctx } }: { request: { ctx: Asked } }): boolean => {
  const { roles, preferedLanguage, ...kept } = userSchema.parse(ctx.state.user);
  if (roles.some(({ code }) => code === ADMINISTRATOR)) return true;
  const given = bodySchema.safeParse(ctx.request.body ?? {});
  const isKept = (field: Name): boolean =>
    given.data?.[field] === undefined || asKept(field, given.data[field]) === asKept(field, kept[field]);
  if (given.success && NAMES.every(isKept)) return true;
  throw panelRefusal(languageSchema.catch('en').parse(preferedLanguage), 'own-name-is-kept');
};
