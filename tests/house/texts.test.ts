import path from 'node:path';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import { LANGUAGES } from '../../src/contract/common';
import { ERROR_CODES } from '../../src/contract/errors';
import { filesBelow, read } from './project';

type Texts = Record<string, string>;

/** Each set of texts: the portal's own, and those a plugin brings along. */
const SETS: Record<string, (language: string) => string[]> = {
  'the house': (language) => filesBelow(`src/texts/${language}`, /\.json$/),
  ...Object.fromEntries(
    filesBelow('src/plugins', /^en\.json$/)
      .map((file) => path.posix.dirname(file))
      .map((folder) => [folder, (language: string) => [`${folder}/${language}.json`]]),
  ),
};

const textsOf = (files: string[]): Texts =>
  Object.assign({}, ...files.map((file) => JSON.parse(read(file)) as Texts)) as Texts;

const argumentsIn = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsIn(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsIn(value))];
  });

/** What a message asks for, or the reason why it is none. */
const asksFor = (message: string): string => {
  try {
    return [...new Set(argumentsIn(parse(message)))].sort().join(' ');
  } catch (error) {
    return `is no message: ${String(error)}`;
  }
};

describe.each(Object.entries(SETS))('the texts of %s', (_name, files) => {
  const english = textsOf(files('en'));

  it.each(LANGUAGES)('have every key in %s', (language) => {
    expect(Object.keys(textsOf(files(language))).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(LANGUAGES)('are complete messages in %s, and ask for what the English ones ask for', (language) => {
    const texts = textsOf(files(language));
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const asked = asksFor(text);
      return text.trim() === '' || asked.startsWith('is no message') || asked !== asksFor(english[key] ?? '');
    });
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it.each(LANGUAGES)('are spoken calmly in %s: no exclamation marks', (language) => {
    expect(Object.values(textsOf(files(language))).filter((text) => text.includes('!'))).toEqual([]);
  });
});

describe('the texts of the house', () => {
  const english = Object.keys(textsOf(filesBelow('src/texts/en', /\.json$/)));

  it('name every refusal of the contract, and none that is not there', () => {
    const refusals = english.filter((key) => key.startsWith('error.'));
    expect(refusals.sort()).toEqual(ERROR_CODES.map((code) => `error.${code}`).sort());
  });

  it('are in one file each: no key is written twice', () => {
    const keys = filesBelow('src/texts/en', /\.json$/).flatMap((file) =>
      Object.keys(JSON.parse(read(file)) as Texts),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are all used: a key that nothing names is gone', () => {
    const sources = filesBelow('src', /\.tsx?$/)
      .map(read)
      .join('\n');
    // A key may be put together from a known beginning: `status.${state}`.
    const beginnings = [...sources.matchAll(/`([a-z][a-z0-9.-]*\.)\$\{/g)].map((match) => match[1] ?? '');
    const isUsed = (key: string): boolean =>
      sources.includes(`'${key}'`) ||
      sources.includes(`"${key}"`) ||
      beginnings.some((start) => key.startsWith(start));
    expect(english.filter((key) => !isUsed(key))).toEqual([]);
  });
});
