import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from './compress.mjs';
import { PlainError, ROOT, runTool, script } from './processes.mjs';

const inRoot = (...parts) => path.join(ROOT, ...parts);

const filesBelow = (folder) =>
  existsSync(inRoot(folder))
    ? readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name)))
    : [];

const isServer = (file) =>
  !/^src\/(portal|admin|sending|viewing)\/|^src\/plugins\/[^/]+\/admin\//.test(
    file.replaceAll(path.sep, '/'),
  );
const isAdmin = (file) => !/^src\/(portal|api|access|mail)\//.test(file.replaceAll(path.sep, '/'));

/** Strapi reads the whole configuration for a build, but no secret and no database enters what is built. */
const FOR_A_BUILD = {
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
  DATABASE_CLIENT: 'sqlite',
  ...Object.fromEntries(
    [
      'APP_KEYS',
      'ADMIN_JWT_SECRET',
      'API_TOKEN_SALT',
      'TRANSFER_TOKEN_SALT',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
    ].map((name) => [name, 'not used by a build']),
  ),
  DOCUMENT_KEY: `not-used-by-a-build:${Buffer.alloc(32).toString('base64')}`,
};

/** What is built, from which files, and what must be there afterwards. */
const PARTS = {
  server: {
    says: 'Compiling the server …',
    sources: () => ['config', 'database', 'src'].flatMap(filesBelow).filter(isServer),
    result: 'dist/config/server.js',
    build: async () => {
      removeOrphans();
      return runTool(['typescript', 'bin', 'tsc'], ['-p', 'tsconfig.json']);
    },
  },
  admin: {
    says: 'Building the admin panel …',
    sources: () => ['config/plugins.ts', ...filesBelow('src').filter(isAdmin)],
    result: 'dist/build/index.html',
    build: () => runTool(['@strapi', 'strapi', 'bin', 'strapi.js'], ['build'], { env: FOR_A_BUILD }),
  },
  portal: {
    says: 'Building the portal …',
    sources: () => [
      ...['src/portal', 'src/sending', 'src/viewing', 'src/contract', 'src/texts'].flatMap(filesBelow),
      'scripts/compress.mjs',
    ],
    result: 'public/portal/index.html',
    build: async () => {
      const built = await runTool(
        ['vite', 'bin', 'vite.js'],
        ['build', '--config', 'src/portal/vite.config.ts'],
        {
          env: { NODE_ENV: 'production' },
        },
      );
      if (built.code === 0) await compressFolder(inRoot('public/portal'));
      return built;
    },
  },
};

/** Takes out what an earlier compilation left of files that are gone: Strapi would load it still. */
const removeOrphans = () => {
  const known = /^(?<base>.*?)(?<extension>\.d\.ts|\.js|\.json)(?:\.map)?$/;
  for (const file of ['dist/config', 'dist/src', 'dist/database'].flatMap(filesBelow)) {
    const { base, extension } = known.exec(file)?.groups ?? {};
    if (!base) continue;
    const source = path.relative('dist', base);
    const sources = extension === '.json' ? [`${source}.json`] : [`${source}.ts`, `${source}.tsx`];
    if (!sources.some((candidate) => existsSync(inRoot(candidate)))) rmSync(inRoot(file));
  }
};

const ALWAYS = ['package-lock.json', 'tsconfig.json'];

/** A fingerprint of the sources' contents: a checkout changes the times of files that it leaves alone. */
const fingerprint = (sources) => {
  const hash = createHash('sha256');
  for (const file of [...ALWAYS, ...sources].sort()) {
    if (!existsSync(inRoot(file)) || !statSync(inRoot(file)).isFile()) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const stampOf = (part) => inRoot('dist', '.stamps', part);
const readStamp = (part) => (existsSync(stampOf(part)) ? readFileSync(stampOf(part), 'utf8') : '');

/**
 * Builds one part unless it is already built from the same sources.
 * @param {'server' | 'admin' | 'portal'} part
 * @returns {Promise<boolean>} whether it stands.
 */
export const build = async (part) => {
  const { says, sources, result, build: make } = PARTS[part];
  const wanted = fingerprint(sources());
  if (readStamp(part) === wanted && existsSync(inRoot(result))) return true;
  console.log(says);
  const { code } = await make();
  if (code !== 0 || !existsSync(inRoot(result))) return false;
  mkdirSync(path.dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), wanted);
  return true;
};

/** The parts in the order in which they need each other. */
export const BUILD_PARTS = Object.keys(PARTS);

/** Builds every part that is out of date, or throws one sentence. */
export const buildAll = async (parts = BUILD_PARTS) => {
  for (const part of parts) {
    if (!PARTS[part])
      throw new PlainError(`There is no part "${part}" to build; there are ${BUILD_PARTS.join(', ')}.`);
    if (!(await build(part)))
      throw new PlainError(`The ${part} could not be built; what is written above says why.`);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await script(() => buildAll(process.argv.length > 2 ? process.argv.slice(2) : BUILD_PARTS));
}
