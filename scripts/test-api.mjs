import { buildAll } from './build.mjs';
import { script } from './processes.mjs';
import { setup } from './setup.mjs';
import { runJest, runS3 } from './suites.mjs';
import { SUITES } from './which-suites.mjs';

const HELP =
  'npm run test:api -- [part of a file name …] [--postgres] [--s3] [--house] [-t "part of a test\'s sentence"]';

/** The suites that are named, quickly: only the server is compiled, and only what changed of it. */
await script(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const takes = (flag) => args.includes(flag) && args.splice(args.indexOf(flag), 1).length > 0;
  const database = takes('--postgres') ? 'postgres' : 'sqlite';
  const house = takes('--house');
  const s3 = takes('--s3');
  const env = takes('--write') ? { WRITE_DOORS: 'true' } : {};
  await setup();
  await buildAll(['server']);
  // Where nothing is named, the house tests stay out: `npm test` runs them.
  const all = s3 ? SUITES.postgresAndS3 : SUITES.sqliteAndFolder;
  const which = house ? [SUITES.house, ...args] : args.length > 0 ? args : [all];
  const { failed } = s3
    ? await runS3(which, env)
    : await runJest({ name: 'by-name', database, args: which, env });
  return failed > 0 ? 1 : 0;
});
