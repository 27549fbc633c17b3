import type { Context } from 'koa';
import { z } from 'zod';
import { ADMINISTRATOR, type Staff } from '../access/staff';
import { languageSchema } from '../contract/common';
import { refuse } from '../contract/refuse';

const userSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  preferedLanguage: z.string().nullish(),
  isActive: z.literal(true),
  roles: z.array(z.object({ code: z.string() })),
});

/** The panel's own is English: who says nothing of languages is answered in it. */
const ASKED_IN = ['en', 'nl', 'de'];

/** Who has no language in their profile chose it in this browser, which asks in it. */
const asStaff = (user: z.infer<typeof userSchema>, { ctx }: { ctx: Context }): Staff => ({
  id: user.id,
  documentId: user.documentId,
  name: [user.firstname, user.lastname].filter(Boolean).join(' ') || user.email,
  language: languageSchema.catch('en').parse(user.preferedLanguage ?? ctx.acceptsLanguages(ASKED_IN)),
  address: ctx.ip,
  isAdministrator: user.roles.some((role) => role.code === ADMINISTRATOR),
});

/**
 * How Strapi calls a session of the admin panel. A token of a program is its owner to Strapi, too, with no regard to
 * what it was made for.
 */
const authSchema = z.object({ strategy: z.object({ name: z.literal('admin') }) });

/** The desk's door: lets in active users of the admin panel who are signed in to it themselves, and no program. */
export default ({ request }: { request: { ctx: Context } }): boolean => {
  if (!authSchema.safeParse(request.ctx.state.auth).success)
    throw refuse('not-signed-in', 'No session of the admin panel');
  const user = userSchema.safeParse(request.ctx.state.user);
  if (!user.success) throw refuse('not-signed-in', 'Not an active user of the admin panel');
  request.ctx.state.staff = asStaff(user.data, request);
  return true;
};
