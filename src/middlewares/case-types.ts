import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

interface Visibility {
  'content-manager'?: { visible?: boolean };
}

const hidesItself = ({ pluginOptions }: { pluginOptions?: Visibility }): boolean =>
  pluginOptions?.['content-manager']?.visible === false;

/** The house's own types and its plugins'; Strapi's hidden ones are Strapi's to guard. */
const OURS = /^(api::|plugin::(users-permissions\.user|virus-scan|lockout|two-factor|read-tracking))/;

/** The parts of an address as the router will read them; one that cannot be read names nothing. */
const namesIn = (path: string): string[] => {
  try {
    return decodeURIComponent(path).toLowerCase().split('/');
  } catch {
    return [];
  }
};

/**
 * Strapi hides a type with `visible: false` from the menu alone; who asks by hand still gets it, and the
 * content manager's conditions leak. So these types have no content manager at all: staff reach them at the desk.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const hidden = new Set(
    Object.entries(strapi.contentTypes)
      .filter(([uid, type]) => OURS.test(uid) && hidesItself(type))
      .map(([uid]) => uid.toLowerCase()),
  );
  return (ctx: Context, next: Next): Promise<unknown> | undefined => {
    if (!ctx.path.startsWith('/content-manager')) return next();
    if (!namesIn(ctx.path).some((name) => hidden.has(name))) return next();
    ctx.status = 404;
    ctx.body = {
      data: null,
      error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    };
    return undefined;
  };
};
