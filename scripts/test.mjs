import { BUILD_PARTS, build } from './build.mjs';
import { check } from './check.mjs';
import { PlainError, script } from './processes.mjs';
import { installPrograms, setup } from './setup.mjs';
import { NOTHING, add, runBrowser, runJest, runS3 } from './suites.mjs';
import { SUITES } from './which-suites.mjs';

const heading = (text) => console.log(`\n=== ${text} ===\n`);

/** How long each step has taken, in seconds. */
const times = {};

/** Does a step below its heading. */
const timed = async (name, step) => {
  heading(name);
  const started = Date.now();
  const result = await step();
  times[name] = Math.round((Date.now() - started) / 1000);
  return result;
};

const failures = (count) => ({ ...NOTHING, failed: count });

/** Whether all three parts stand; each that does not is a failure. */
const buildEach = async () => {
  const broken = [];
  for (const part of BUILD_PARTS) if (!(await build(part))) broken.push(part);
  return broken;
};

/** So many suites that a database for them to copy is worth its making. */
const MANY = { TEST_MANY: 'true' };

const runMany = (database, suites) => runJest({ name: database, database, args: [suites], env: MANY });

const STEPS = {
  'API tests on SQLite and a folder': () => runMany('sqlite', SUITES.sqliteAndFolder),
  'API tests without files on PostgreSQL': () => runMany('postgres', SUITES.postgres),
  'API tests with files on PostgreSQL and S3': () => runS3([SUITES.postgresAndS3], MANY),
  'House tests': () => runJest({ name: 'house', args: [SUITES.house] }),
  'Browser tests': () => runBrowser(),
};

const everything = async () => {
  let sum = failures((await timed('Types, lint, format, arrows', check)).length);
  const broken = await timed('Build', buildEach);
  sum = add(sum, failures(broken.length));
  for (const [name, step] of Object.entries(STEPS)) {
    if (broken.includes('server')) console.log(`\n${name}: left out, the server does not compile.`);
    else sum = add(sum, await timed(name, step));
  }
  return sum;
};

const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** All that there is to prove, on a bare machine; the last line is the sum. */
await script(async () => {
  let missing = [];
  try {
    await setup();
    missing = await installPrograms();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    console.log(lastLine(failures(1)));
    return 1;
  }
  const sum = await everything();
  console.log(
    `\n${Object.entries(times)
      .map(([name, seconds]) => `${name}: ${seconds} s`)
      .join('\n')}`,
  );
  if (sum.named.length > 0) console.log(`\nFailed:\n${sum.named.join('\n')}`);
  if (missing.length > 0) console.warn(`\n${missing.map((sentence) => `*** ${sentence}`).join('\n')}`);
  console.log(`\n${lastLine(sum)}`);
  return sum.failed > 0 ? 1 : 0;
});
