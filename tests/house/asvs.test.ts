import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, read } from './project';

const lines = read('docs/asvs.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line));

/** Each `(file)` with the titles in curly quotes before it. */
const cited = lines.flatMap((line) =>
  [...line.matchAll(/((?:“[^”]+”(?:, )?)+) \(`([^`]+)`\)/g)].flatMap(([, titles = '', file = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  ),
);

describe('the table of the ASVS', () => {
  it('has a proof or a reason on every line', () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => (line.split('|')[3] ?? '').trim() === '')).toEqual([]);
  });

  it.each(cited)('names a test that is there: $file, $title', ({ file, title }) => {
    expect(existsSync(path.join(ROOT, file)) && read(file).includes(title)).toBe(true);
  });

  it('leaves no title without its file', () => {
    expect(lines.flatMap((line) => [...line.matchAll(/“/g)])).toHaveLength(cited.length);
  });
});
