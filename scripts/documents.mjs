import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainError, ROOT, script } from './processes.mjs';

const HELP = `npm run documents -- verify    reads every document; names each that is damaged or missing, and files without a document
npm run documents -- rewrap    brings every document under the first key of DOCUMENT_KEY`;

/** @param {import('../src/api/document/services/verify').Finding} finding */
const say = (finding) =>
  console.log(
    finding.kind === 'damaged'
      ? `DAMAGED  ${finding.document}  ${finding.reason}`
      : `orphan   ${finding.file}  no document has this file`,
  );

const verify = async (strapi) => {
  // What is wrong with a document is said by `say`.
  strapi.log.level = 'silent';
  const { whole, damaged, erased, orphans } = await strapi.service('api::document.verify').verifyAll(say);
  const files =
    orphans === null ? 'this store does not name its files' : `${orphans} files without a document`;
  console.log(`${whole} documents whole, ${damaged} damaged or unreadable, ${erased} erased; ${files}`);
  return damaged > 0 ? 1 : 0;
};

const rewrap = async (strapi) => {
  const { found, done, damaged } = await strapi.service('api::document.rewrap').rewrapAll();
  console.log(
    `${found} documents were under older keys, ${done} were wrapped anew here, ${damaged} are damaged`,
  );
  return damaged > 0 ? 1 : 0;
};

const COMMANDS = { verify, rewrap };

/** Works beside a running portal, on the same settings. */
await script(async () => {
  const command = COMMANDS[process.argv[2]];
  if (command === undefined) throw new PlainError(HELP);
  const distDir = path.join(ROOT, 'dist');
  if (!existsSync(path.join(distDir, 'config')))
    throw new PlainError('Build the server first: npm run build');
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: ROOT, distDir, autoReload: false });
  await strapi.load();
  try {
    return await command(strapi);
  } finally {
    await strapi.destroy();
  }
});
