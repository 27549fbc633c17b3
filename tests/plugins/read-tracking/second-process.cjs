const { createStrapi } = require('@strapi/strapi');

/** Another node of the same installation: appends so many events to a chain when it is told to. */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  process.on('message', async ({ scope, happenings }) => {
    const log = strapi.plugin('read-tracking').service('log');
    const append = (happening) => strapi.db.transaction(({ trx }) => log.append(trx, scope, [happening]));
    await Promise.all(happenings.map(append));
    process.send('done');
    await strapi.destroy();
    process.disconnect();
  });
  process.send('ready');
};

run(process.argv.slice(2));
