const { createStrapi } = require('@strapi/strapi');

/** Starts a house on the empty database that the environment names, and ends it: what is left has every table. */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  await strapi.destroy();
  process.exit();
};

run(process.argv.slice(2));
