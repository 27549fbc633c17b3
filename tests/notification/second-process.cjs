const { createStrapi } = require('@strapi/strapi');

/** Another node of the same installation: empties the outbox when it is told to, and says how many rows it took. */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  process.on('message', async ({ now }) => {
    const { deliverDue } = strapi.service('api::notification.deliver');
    let taken = 0;
    for (let last = 1; last > 0; taken += last) last = await deliverDue(new Date(now));
    process.send(taken);
    await strapi.destroy();
    process.disconnect();
  });
  process.send('ready');
};

run(process.argv.slice(2));
