import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError, ROOT, program, run } from './processes.mjs';
import { findRadosgw } from './radosgw.mjs';

/** What has to be on the machine for some of the tests; each with its Debian packages. */
const PROGRAMS = [
  {
    name: 'chromium',
    isThere: () => program('chromium', 'chromium-browser', 'google-chrome') !== null,
    packages: ['chromium'],
    suites: 'the browser tests',
  },
  {
    name: 'clamd',
    isThere: () => program('clamd') !== null,
    packages: ['clamav-daemon'],
    suites: 'the tests with a real virus scanner',
  },
  {
    name: 'clamav-testfiles',
    isThere: () => existsSync('/usr/share/clamav-testfiles'),
    packages: ['clamav-testfiles'],
    suites: 'the tests with the test files of ClamAV',
  },
  {
    name: 'radosgw',
    isThere: findRadosgw,
    packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'],
    suites: 'the tests with a real S3 server',
  },
  {
    name: 'qpdf',
    isThere: () => program('qpdf') !== null,
    packages: ['qpdf'],
    suites: 'the tests of what PDF files are made of',
  },
  {
    name: 'openssl',
    isThere: () => program('openssl') !== null,
    packages: ['openssl'],
    suites: 'the tests of signed exports',
  },
  {
    name: 'pdftotext',
    isThere: () => program('pdftotext') !== null,
    packages: ['poppler-utils'],
    suites: 'the tests of what PDF files say',
  },
];

/** Throws one sentence where this Node is not one that the project runs on. */
export const checkNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 25 || major < 20 || (major === 20 && minor < 19)) {
    throw new PlainError(
      `Aktenpoort runs on Node 20.19 up to 24, and this is Node ${version}: please install one of those (24 is best).`,
    );
  }
};

const packagesOf = (file) => {
  const { packages = {} } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).filter(([where]) => where !== ''));
};

/** Whether node_modules is what the lock file asks for. Optional packages of other platforms may be absent. */
export const packagesMatch = (root = ROOT) => {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = packagesOf(installedFile);
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const same = ([where, { version, optional, devOptional, peer }]) =>
    installed.has(where)
      ? installed.get(where).version === version
      : Boolean(optional || devOptional || peer);
  return [...wanted].every(same) && [...installed.keys()].every((where) => wanted.has(where));
};

/** What a machine lacks for compiling better-sqlite3, for which no ready-made file may exist. */
const missingForCompiling = () =>
  [
    ['python3', ['python3', 'python']],
    ['make', ['make', 'gmake']],
    ['g++', ['g++', 'c++', 'clang++']],
  ]
    .filter(([, names]) => !program(...names))
    .map(([name]) => name);

/** Installs the npm packages of the lock file unless they are there already. */
export const installPackages = async () => {
  if (packagesMatch()) return;
  console.log('Installing packages; the first time takes some minutes …');
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    // The browser comes from the system; Playwright's own download is several hundred megabytes.
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (code === 0) return;
  const missing = missingForCompiling();
  throw new PlainError(
    missing.length > 0
      ? 'The packages could not be installed: better-sqlite3 has to be compiled here, and this machine has no ' +
          `${missing.join(', no ')} (on Debian: apt-get install python3 make g++).`
      : 'The packages could not be installed: what npm wrote above says why.',
  );
};

const isRootOnDebian = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && program('apt-get');

/**
 * Makes sure of the system programs that the tests use, installing them on Debian as root.
 * @returns {Promise<string[]>} a sentence for each that is still missing.
 */
export const installPrograms = async () => {
  const missing = () => PROGRAMS.filter(({ isThere }) => !isThere());
  if (missing().length > 0 && isRootOnDebian()) {
    const wanted = missing().flatMap(({ packages }) => packages);
    console.log(`Installing ${wanted.join(' and ')} …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...wanted], { env });
  }
  return missing().map(
    ({ name, suites, packages }) =>
      `${name} is not installed, so ${suites} are left out (Debian: ${packages.join(' ')}).`,
  );
};

/** Everything that a script needs before it can start anything of the project. */
export const setup = async () => {
  checkNode();
  await installPackages();
};
