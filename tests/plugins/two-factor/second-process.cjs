const { createStrapi } = require('@strapi/strapi');

/**
 * Another node of the same installation: takes as many tries of a challenge and uses of a cap at once as it is told
 * to, and says how many it got of each.
 */
const run = async ([appDir, distDir]) => {
  const strapi = createStrapi({ appDir, distDir, autoReload: false });
  strapi.log.level = 'error';
  await strapi.load();
  process.on('message', async ({ challenge, subject, cap, times }) => {
    const plugin = strapi.plugin('two-factor');
    const many = (act) => Promise.all(Array.from({ length: times }, act));
    const tries = await many(() => plugin.service('challenges').takeTry(challenge, subject));
    const uses = await many(() => plugin.service('caps').take([cap]));
    process.send({ tries: tries.filter(Boolean).length, uses: uses.filter(Boolean).length });
    await strapi.destroy();
    process.disconnect();
  });
  process.send('ready');
};

run(process.argv.slice(2));
