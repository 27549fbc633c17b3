import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { ROOT, program, runTool } from './processes.mjs';
import { findRadosgw } from './radosgw.mjs';

const OUT = path.join(ROOT, 'tests', '.out');

/** What a run came to, and which tests failed. A run that broke before its first test counts as one failure. */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, named: [] };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  named: [...a.named, ...b.named],
});

/** In minutes. A run that does not come to its end, because something is left open, must not hang the machine. */
const LONGEST_RUN = 45;

const report = (name) => {
  mkdirSync(OUT, { recursive: true });
  const file = path.join(OUT, `${name}.json`);
  rmSync(file, { force: true });
  return file;
};

/** A green report of a run that ended red is a lie: the run itself counts as one failure then. */
const believe = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** The sentences of a suite that are not true; of one that could not even be loaded, that. */
const failuresOf = ({ name, status, assertionResults }) => {
  const file = path.relative(ROOT, name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file} did not run`] : [];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
};

const jestCounts = (file) => {
  if (!existsSync(file)) return NOTHING;
  const said = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: said.numPassedTests,
    // A suite that could not even be loaded has no tests that could fail.
    failed: said.numFailedTests + said.numRuntimeErrorTestSuites,
    skipped: said.numPendingTests + said.numTodoTests,
    named: said.testResults.flatMap(failuresOf),
  };
};

/** Every suite starts a Strapi of its own: with V8's own 16 MB for what is new, a tenth of the time is clearing up. */
const JEST_NODE = '--max-semi-space-size=64';

/**
 * Runs Jest on the compiled server.
 * @param {{ name: string, database?: 'sqlite' | 'postgres', args?: string[], env?: Record<string, string> }} suite
 * @returns {Promise<{ passed: number, failed: number, skipped: number, named: string[] }>}
 */
export const runJest = async ({ name, database = 'sqlite', args = [], env = {} }) => {
  const file = report(name);
  const { code } = await runTool(
    ['jest', 'bin', 'jest.js'],
    ['--config', 'tests/jest.config.cjs', '--json', `--outputFile=${file}`, ...args],
    { minutes: LONGEST_RUN, env: { TEST_DATABASE: database, NODE_OPTIONS: JEST_NODE, ...env } },
  );
  return believe(jestCounts(file), code);
};

/**
 * Runs Jest on PostgreSQL and a real S3 server. Where there is none, documents go to the folder, what is about a bucket
 * counts as skipped, and under CI that is a failure.
 */
export const runS3 = async (args, env = {}) => {
  const found = findRadosgw();
  const lack =
    'radosgw is not installed: no file goes to a real S3 server, and the tests of a bucket are SKIPPED';
  if (!found) console.warn(`\n*** ${lack} ***\n`);
  if (!found && process.env.CI === 'true') return { ...NOTHING, failed: 1 };
  return runJest({ name: 's3', database: 'postgres', args, env: { ...env, TEST_S3: String(found) } });
};

/** The specs of a file, however deep in its groups. */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

const playwrightCounts = (file) => {
  if (!existsSync(file)) return NOTHING;
  const { stats, errors, ...all } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    named: specsOf(all)
      .filter(({ ok }) => !ok)
      .map(({ file: spec, title }) => `${spec}: ${title}`),
  };
};

const CONFIG = ['--config', 'tests/browser/playwright.config.ts'];

/** The browser of this machine that the browser tests use, or null. */
export const findBrowser = () => program('chromium', 'chromium-browser', 'google-chrome');

const skippedBrowserTests = async () => {
  const args = ['test', ...CONFIG, '--list', '--reporter=line'];
  const { output } = await runTool(['@playwright', 'test', 'cli.js'], args, { quiet: true });
  return { ...NOTHING, skipped: Number(/Total: (\d+) tests?/.exec(output)?.[1] ?? 0) };
};

/** Runs the browser tests, or counts them as skipped (under CI: as failed) where there is no browser. */
export const runBrowser = async (args = []) => {
  const browser = findBrowser();
  if (!browser) {
    console.warn('\n*** Chromium is not installed: the browser tests are SKIPPED ***\n');
    return process.env.CI === 'true' ? { ...NOTHING, failed: 1 } : skippedBrowserTests();
  }
  const file = report('browser');
  const { code } = await runTool(['@playwright', 'test', 'cli.js'], ['test', ...CONFIG, ...args], {
    minutes: LONGEST_RUN,
    env: {
      CHROMIUM: browser,
      BROWSER_TEST_REPORT: file,
      BROWSER_TEST_PORT: String(await freePort()),
      BROWSER_TEST_MAILBOX_PORT: String(await freePort()),
    },
  });
  return believe(playwrightCounts(file), code);
};
