import { createRequire } from 'node:module';
import path from 'node:path';
import { CLIENT } from './seed.mjs';

/**
 * Our portal, and beside it Strapi's own core REST for the same rows, as Strapi's generator would lay it out:
 * a core controller and service, users-permissions' token, and a permission of the client's role.
 */
const require = createRequire(import.meta.url);
const { createStrapi, factories } = require('@strapi/strapi');
const [root, port] = process.argv.slice(2);
const TYPES = ['api::dossier.dossier', 'api::message.message', 'api::client.client'];

const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), autoReload: false });
strapi.log.level = 'error';

const addCoreRest = () => {
  const uid = 'api::dossier.dossier';
  strapi.get('services').set(uid, factories.createCoreService(uid)({ strapi }));
  const controller = factories.createCoreController(uid)({ strapi });
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'GET',
        path: '/core-rest/dossiers',
        handler: (ctx) => controller.find(ctx),
        info: { type: 'content-api', apiName: 'dossier' },
        config: { auth: { scope: [`${uid}.find`] } },
      },
    ],
  });
};

/** A role that may read, and a token of the client, as an app on core REST would have them. */
const giveToken = async () => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const uid of TYPES) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `${uid}.find`, role: role.id } });
  }
  await strapi.db
    .query('plugin::users-permissions.user')
    .update({ where: { id: CLIENT }, data: { role: role.id } });
  return strapi.plugin('users-permissions').service('jwt').issue({ id: CLIENT });
};

// Actions can be named only before Strapi has loaded.
const bootstrap = strapi.bootstrap.bind(strapi);
strapi.bootstrap = async () => {
  for (const uid of TYPES) {
    const action = `${uid}.find`;
    await strapi.contentAPI.permissions.providers.action.register(action, { uid: action });
  }
  return bootstrap();
};
await strapi.load();
addCoreRest();
const token = process.argv[4] === 'with-token' ? await giveToken() : '';
strapi.server.mount();
strapi.server.listen(Number(port), '127.0.0.1', () => console.log(`ready ${token}`));
