const { createStrapi } = require('@strapi/strapi');

/**
 * Another node of the same installation: makes as many attempts at once as it is told to, and says how
 * many were let through.
 */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  process.on('message', async ({ subject, attempts }) => {
    const guard = strapi.plugin('lockout').service('guard');
    const attempt = () => guard.reserve(subject, { label: subject, address: '192.0.2.2' });
    const answers = await Promise.all(Array.from({ length: attempts }, attempt));
    process.send(answers.filter(({ allowed }) => allowed).length);
    await strapi.destroy();
    process.disconnect();
  });
  process.send('ready');
};

run(process.argv.slice(2));
