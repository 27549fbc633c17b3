import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainError, ROOT, script } from './processes.mjs';

const HELP = `npm run documents -- verify    reads every document; names each that is damaged or missing, and files without a document
npm run documents -- rescan    has the virus scanner look at every document again; names each in which it finds something
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

/** @param {import('../src/api/document/services/rescan').Suspect} suspect */
const name = ({ kind, document, dossier, name: file, reason }) =>
  console.log(
    `${kind === 'infected' ? 'INFECTED' : 'unseen  '}  ${document}  ${dossier}  ${JSON.stringify(file)}  ${reason}`,
  );

const rescan = async (strapi) => {
  strapi.log.level = 'silent';
  const { clean, infected, unseen, erased } = await strapi.service('api::document.rescan').rescanAll(name);
  console.log(`${clean} documents clean, ${infected} infected, ${unseen} not looked into, ${erased} erased`);
  return infected + unseen > 0 ? 1 : 0;
};

const COMMANDS = { verify, rescan, rewrap };

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
