import type { Core } from '@strapi/strapi';

/** Tokens by which a program acts in the name of a member of staff: there is no way in for machines. */
const CLOSED_ROUTES = /^\/admin-tokens(\/|$)/;

/** The rights to what is closed, here and in src/extensions: as long as they are there, the panel shows the way. */
const CLOSED_RIGHTS = /^(admin::admin-tokens|plugin::(email|upload))\./;

interface Routes {
  admin: { routes: { path: string }[] };
}

interface Rights {
  hooks: { didRegister: { register(handler: (right: { key: string }) => Promise<void>): unknown } };
  delete(right: string): Promise<unknown>;
}

/**
 * Forgets the rights as soon as a plugin names them: so no process gives them at its start, to take them away again while
 * another one starts. Where a role has one from before, Strapi takes it away, as it does with any right it does not know.
 */
const forgetRights = (strapi: Core.Strapi): void => {
  const { actionProvider } = strapi.service('admin::permission') as { actionProvider: Rights };
  actionProvider.hooks.didRegister.register(async ({ key }) => {
    if (CLOSED_RIGHTS.test(key)) await actionProvider.delete(key);
  });
};

/** Takes doors of Strapi's own admin panel out before it makes its router; what is not there needs no guard. */
export const closeDoors = (strapi: Core.Strapi): void => {
  const { admin } = strapi.admin.routes as unknown as Routes;
  admin.routes = admin.routes.filter(({ path }) => !CLOSED_ROUTES.test(path));
  forgetRights(strapi);
};

/** Takes away the tokens of before, which would still be good. */
export const forgetTokens = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.query('admin::api-token').deleteMany({ where: { kind: 'admin' } });
};
