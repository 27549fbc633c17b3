import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { z } from 'zod';

const hidden = z.object({ 'content-manager': z.object({ visible: z.literal(false) }) });

/** The house's own types and its plugins'; Strapi's hidden ones are Strapi's to guard. */
const OURS = /^(api::|plugin::(users-permissions\.user|virus-scan|lockout|two-factor|read-tracking))/;

/** A part of an address as the router will read it; undefined where it cannot be read. */
const read = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return undefined;
  }
};

/**
 * Strapi hides a type with `visible: false` from the menu alone; who asks by hand still gets it, and the
 * content manager's conditions leak. So these types have no content manager at all: staff reach them at the desk.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const types = z
    .record(z.string(), z.object({ pluginOptions: z.unknown().optional() }))
    .parse(strapi.contentTypes);
  const caseTypes = new Set(
    Object.entries(types)
      .filter(([uid, { pluginOptions }]) => OURS.test(uid) && hidden.safeParse(pluginOptions).success)
      .map(([uid]) => uid.toLowerCase()),
  );
  return (ctx: Context, next: Next): Promise<unknown> | undefined => {
    // Strapi's router does not care about capitals.
    if (!/^\/content-manager\//i.test(ctx.path)) return next();
    const names = ctx.path.split('/').map(read);
    // The router hands on what it cannot read; here it may be anything.
    if (names.every((name) => name !== undefined && !caseTypes.has(name))) return next();
    ctx.status = 404;
    ctx.body = {
      data: null,
      error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    };
    return undefined;
  };
};
