const { createStrapi } = require('@strapi/strapi');

/** Another node of the same installation, with the keys of its environment: says what it logs, and whether it stands. */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  for (const level of ['info', 'error'])
    strapi.log[level] = (message) => process.send({ said: `${level}: ${message}` });
  await strapi.load();
  process.on('message', async () => {
    await strapi.destroy();
    process.disconnect();
  });
  process.send({ stands: true });
};

run(process.argv.slice(2)).catch((error) => process.send({ failed: error.message }, () => process.exit(1)));
