import type { Core } from '@strapi/strapi';

/** Tokens by which a program acts in the name of a member of staff: there is no way in for machines. */
const CLOSED_ROUTES = /^\/admin-tokens(\/|$)/;

/** The rights to what is closed, here and in src/extensions: as long as they are there, the panel shows the way. */
const CLOSED_RIGHTS = /^(admin::admin-tokens|plugin::(email|upload))\./;

interface Routes {
  admin: { routes: { path: string }[] };
}

interface Rights {
  actionProvider: { keys(): string[]; delete(right: string): Promise<unknown> };
}

/** Takes doors of Strapi's own admin panel out before it makes its router; what is not there needs no guard. */
export const closeDoors = (strapi: Core.Strapi): void => {
  const { admin } = strapi.admin.routes as unknown as Routes;
  admin.routes = admin.routes.filter(({ path }) => !CLOSED_ROUTES.test(path));
};

/** Takes away what was given for those doors before: tokens, which would still be good, and rights, which show them. */
export const forgetClosed = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.query('admin::api-token').deleteMany({ where: { kind: 'admin' } });
  const { actionProvider } = strapi.service('admin::permission') as Rights;
  const closed = actionProvider.keys().filter((right) => CLOSED_RIGHTS.test(right));
  for (const right of closed) await actionProvider.delete(right);
  await strapi.db.query('admin::permission').deleteMany({ where: { action: { $in: closed } } });
};
