import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where a library asks as soon as it is loaded, what it asks, and the answer. */
const QUESTIONS: { module: RegExp; asked: RegExp; answer: string }[] = [
  {
    // Which language the browser has: the portal always says which one it speaks, see `session/language.tsx`.
    module: /react-aria\/dist\/private\/i18n\/useDefaultLocale\.mjs$/,
    asked: /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\)/,
    answer: 'true',
  },
  {
    // In which direction a language is written, by its script: where that cannot be asked, the library knows them by name.
    module: /react-aria\/dist\/private\/i18n\/utils\.mjs$/,
    asked: /if \(Intl\.Locale\)/,
    answer: 'if (false)',
  },
  {
    // Whether it knows ours: every browser for which the portal is built does.
    module: /@formatjs\/intl\/lib\/src\/create-intl\.js$/,
    asked: /Intl\.(?:Number|DateTime)Format\.supportedLocalesOf\(locale\)/,
    answer: '[locale]',
  },
  {
    // The same once more, for each text.
    module: /intl-messageformat\/lib\/src\/core\.js$/,
    asked: /Intl\.NumberFormat\.supportedLocalesOf\(locales\)/,
    answer: '[locales].flat()',
  },
  {
    // Whether it writes signs and units as those do.
    module: /@internationalized\/number\/dist\/private\/NumberFormatter\.mjs$/,
    asked: /new Intl\.NumberFormat\('de-DE', \{[^}]*\}\)\.resolvedOptions\(\)\.\w+ === '\w+'/,
    answer: 'true',
  },
];

/**
 * The first question about dates or numbers makes a browser look through the data of all languages: an eighth of a
 * second on a slow telephone, before anything is seen of a page that writes neither. Who does write one pays it then.
 */
export const localesUnasked: Plugin = {
  name: 'locales-unasked',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const question = QUESTIONS.find(({ module }) => module.test(id));
    if (question === undefined) return null;
    const code = readFileSync(id, 'utf8');
    const changed = code.replaceAll(new RegExp(question.asked, 'g'), question.answer);
    // A library that has changed would be slow without anybody knowing why.
    if (changed === code) throw new Error(`locales-unasked.ts finds no question any more in ${id}`);
    return changed;
  },
};
