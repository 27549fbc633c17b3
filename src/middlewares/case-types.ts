import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { z } from 'zod';

const hidden = z.object({ 'content-manager': z.object({ visible: z.literal(false) }) });

/** The house's own types, its plugins' and those about clients; Strapi's other hidden ones are Strapi's to guard. */
const OURS = /^(api::|plugin::(users-permissions|virus-scan|lockout|two-factor|read-tracking))/;

const leading = z.object({ type: z.literal('relation'), target: z.string() });

/** Those fields of a type, in small letters, through which one would see entries of hidden types. */
const waysTo = (hiddenTypes: Set<string>, attributes: Record<string, unknown>): Set<string> => {
  const isWay = (attribute: unknown): boolean => {
    const { data } = leading.safeParse(attribute);
    return data !== undefined && hiddenTypes.has(data.target.toLowerCase());
  };
  const ways = Object.keys(attributes).filter((name) => isWay(attributes[name]));
  return new Set(ways.map((name) => name.toLowerCase()));
};

/** A part of an address as the router will read it; undefined where it cannot be read. */
const read = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return undefined;
  }
};

const typesSchema = z.record(
  z.string(),
  z.object({ pluginOptions: z.unknown().optional(), attributes: z.record(z.string(), z.unknown()) }),
);

/** Whether an address, given by its parts, asks for a hidden type, or for another's field that leads to one. */
const guardOf = (strapi: Core.Strapi): ((names: string[]) => boolean) => {
  const types = Object.entries(typesSchema.parse({ ...strapi.contentTypes, ...strapi.components }));
  const hiddenTypes = new Set(
    types
      .filter(([uid, { pluginOptions }]) => OURS.test(uid) && hidden.safeParse(pluginOptions).success)
      .map(([uid]) => uid.toLowerCase()),
  );
  const ways = new Map(
    types.map(([uid, { attributes }]) => [uid.toLowerCase(), waysTo(hiddenTypes, attributes)]),
  );
  return (names) =>
    names.some((name) => hiddenTypes.has(name) || names.some((field) => ways.get(name)?.has(field)));
};

/**
 * Strapi hides a type with `visible: false` from the menu alone; who asks by hand still gets it, and the
 * content manager's conditions leak. So these types have no content manager at all, nor do the relations of others that
 * lead to them: staff reach them at the desk.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const isHidden = guardOf(strapi);
  return (ctx: Context, next: Next): Promise<unknown> | undefined => {
    // Strapi's router does not care about capitals.
    if (!/^\/content-manager\//i.test(ctx.path)) return next();
    const names = ctx.path.split('/').map(read);
    // The router hands on what it cannot read; here it may be anything.
    if (names.every((name) => name !== undefined) && !isHidden(names)) return next();
    ctx.status = 404;
    ctx.body = {
      data: null,
      error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    };
    return undefined;
  };
};
