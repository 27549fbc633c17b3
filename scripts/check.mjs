import { pathToFileURL } from 'node:url';
import { runTool, script } from './processes.mjs';

const compile = (project) => [
  ['typescript', 'bin', 'tsc'],
  ['--noEmit', '--incremental', 'false', '-p', project],
];

// The longest first: beside it, the others take their turns.
const CHECKS = {
  lint: [
    ['eslint', 'bin', 'eslint.js'],
    ['.', '--max-warnings=0'],
  ],
  'types of the server': compile('tsconfig.json'),
  'types of the desk': compile('src/admin/tsconfig.json'),
  'types of the portal': compile('src/portal/tsconfig.json'),
  'types of the tests': compile('tests/tsconfig.json'),
  format: [
    ['prettier', 'bin', 'prettier.cjs'],
    ['--check', '--log-level=warn', '.'],
  ],
  arrows: [
    ['dependency-cruiser', 'bin', 'dependency-cruise.mjs'],
    ['--config', '.dependency-cruiser.cjs', 'src', 'config'],
  ],
};

/** As many at once as an ordinary laptop carries without swapping. */
const AT_ONCE = 2;

/**
 * Runs type checks, lint, format and arrows.
 * @returns {Promise<string[]>} the names of those that failed.
 */
export const check = async () => {
  const waiting = Object.entries(CHECKS);
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, [tool, args]] = next;
      const started = Date.now();
      const { code, output } = await runTool(tool, args, { quiet: true });
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`,
      );
      if (code === 0) continue;
      failed.push(name);
      console.log(output);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await script(async () => {
    const failed = await check();
    return failed.length > 0 ? 1 : 0;
  });
}
