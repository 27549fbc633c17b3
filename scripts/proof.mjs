import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError, script } from './processes.mjs';
import { check } from './proof/check.mjs';
import { Broken, replacements, verify } from './proof/verify.mjs';

const HELP = `npm run proof -- verify proof.json [proof.pdf] [--key public-key.pem]
  Checks an export of the proof log, without database and server. The PDF beside the JSON is checked too.
npm run proof -- check
  Checks every chain of the database that the settings name.`;

const read = (file) => {
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
  return readFileSync(file);
};

/** The export comes as a zip; called broken, it would frighten whoever forgot to unpack it. */
const requireUnpacked = (file) => {
  if (read(file).subarray(0, 2).toString('latin1') === 'PK')
    throw new PlainError(`${file} is still packed: unpack it, and give the proof.json in it.`);
};

const isPdf = (file) => read(file).subarray(0, 5).toString('latin1') === '%PDF-';

/** The PDF that was exported together with the JSON, where it still lies beside it. */
const besides = (json) => {
  const pdf = json.replace(/\.json$/, '.pdf');
  return pdf !== json && existsSync(pdf) ? [pdf] : [];
};

const trust = (content, key) =>
  key === undefined
    ? `Signed by the key ${content.keyId}. The file itself cannot say whose key that is: compare the ID with the firm's, or give its published key with --key.`
    : `Signed by the key that you gave: ${content.keyId}.`;

const replaced = ({ title, at, by, successor }) =>
  `Replaced: "${title}" by ${by === null ? 'what the log does not tell of' : `"${by}"`} (SHA-256 ${successor}), ${at}.`;

const verifyFiles = (names, key) => {
  names.forEach(requireUnpacked);
  const [json, ...more] = names.filter((name) => !isPdf(name));
  if (json === undefined || more.length > 0)
    throw new PlainError(`One JSON is needed, perhaps with its PDF.\n${HELP}`);
  const given = names.filter((name) => name !== json);
  const pdfs = given.length > 0 ? given : besides(json);
  const files = Object.fromEntries(pdfs.map((name) => [path.basename(name), read(name)]));
  const publicPem = key === undefined ? undefined : read(key).toString('utf8');
  const content = verify(read(json), { files, publicPem });
  const { events, scope, exportedAt } = content;
  console.log(`Whole: ${events.length} events of ${scope}, exported ${exportedAt}, in one unbroken chain.`);
  for (const one of replacements(content)) console.log(replaced(one));
  if (pdfs.length > 0) console.log(`Unchanged since then: ${Object.keys(files).join(', ')}.`);
  else if (content.files.length > 0) console.log('Its PDF was not given and not checked.');
  console.log(trust(content, key));
  return 0;
};

const checkDatabase = async () => {
  const { chains, faults } = await check();
  for (const fault of faults) console.log(`BROKEN: ${fault}`);
  if (faults.length === 0) console.log(`Whole: ${chains} chains.`);
  return faults.length === 0 ? 0 : 1;
};

await script(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  const [command, ...names] = positionals;
  if (command === 'check') return checkDatabase();
  if (command !== 'verify' || names.length === 0) throw new PlainError(HELP);
  try {
    return verifyFiles(names, values.key);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    console.log(`BROKEN: ${error.message}`);
    return 1;
  }
});
