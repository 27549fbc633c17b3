const { createStrapi } = require('@strapi/strapi');

/** Another node of the same installation: says on which port it listens, and stops when it is told to. */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  await new Promise((resolve) => strapi.server.listen(0, '127.0.0.1', resolve));
  process.on('message', async () => {
    await strapi.destroy();
    process.disconnect();
  });
  process.send(strapi.server.httpServer.address().port);
};

run(process.argv.slice(2));
