import { filesBelow, read } from './project';

/** Set for Node and Strapi themselves, which read them without `config/`. */
const NOT_OURS = new Set(['NODE_ENV', 'STRAPI_TELEMETRY_DISABLED']);

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]
    .filter((name) => !NOT_OURS.has(name))
    .sort();

const readByConfig = (): string[] =>
  namesIn(
    filesBelow('config', /\.ts$/).map(read).join('\n'),
    /\b(?:env(?:\.\w+)?\(|required\(env,)\s*'([A-Z][A-Z0-9_]*)'/g,
  );

describe('the environment', () => {
  it('is described in .env.example, name by name, as config reads it', () => {
    expect(namesIn(read('.env.example'), /^#?\s?([A-Z][A-Z0-9_]*)=/gm)).toEqual(readByConfig());
  });

  it.each(['scripts/demo/settings.mjs', 'tests/support/secrets.cjs', 'tests/support/strapi.ts'])(
    'is set by %s only where it is read',
    (file) => {
      const set = namesIn(read(file), /^\s+([A-Z][A-Z0-9_]*): /gm);
      expect(set.filter((name) => !readByConfig().includes(name))).toEqual([]);
    },
  );
});
