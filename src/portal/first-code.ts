import path from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import type { Language } from '../contract/common';
import type { FirstPage } from '../contract/first-answers';

const MAIN = ['main.ts'];
/** What `main.ts` runs one after the other. */
const REACT = ['react.ts'];
const API = ['api.ts'];
const APP = ['app.tsx'];
const SIGN_IN = ['session/sign-in-page.tsx'];
const FRAME = ['session/portal-frame.tsx'];
const HOME = ['home/home-page.tsx'];
const MENU = ['session/account-menu.tsx'];
const DOSSIER = ['dossier/dossier-page.tsx', 'dossier/dossier-tabs.tsx'];
const DOCUMENTS = ['document/documents-page.tsx'];

const inFull = (modules: string[]): string[] => modules.map((module) => path.resolve(__dirname, module));

/**
 * What is loaded together is one file: fifty of a kilobyte each are asked for, packed and begun one by one. In this order,
 * each takes what it needs and no file above it has.
 */
export const FILES = {
  // With Vite's own way to load a file, or the file that it came to lie in would be run first.
  main: ['\0vite/preload-helper.js', ...inFull(MAIN)],
  react: inFull(REACT),
  api: inFull(API),
  app: inFull(APP),
  'sign-in': inFull(SIGN_IN),
  inside: inFull([...FRAME, ...HOME]),
  // Follows when the page stands, also where there is no dossier.
  menu: inFull(MENU),
  dossier: inFull([...DOSSIER, ...DOCUMENTS]),
};

/** What `routes.tsx` loads for these pages, and `session/language.tsx` for each language. */
const MODULES: Record<FirstPage | Language, string[]> = {
  'sign-in': SIGN_IN,
  home: [...FRAME, ...HOME],
  documents: [...FRAME, ...DOSSIER, ...DOCUMENTS],
  messages: [...FRAME, ...DOSSIER, 'message/messages-page.tsx'],
  nl: ['../texts/nl/portal.json'],
  en: ['../texts/en/portal.json'],
  de: ['../texts/de/portal.json'],
};

type Output = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

const BEFORE_ANY_PAGE = [...MAIN, ...REACT, ...API, ...APP];

const chunkOf = (bundle: Output, module: string): string => {
  const id = path.resolve(__dirname, module);
  const chunk = Object.values(bundle).find((one) => one.type === 'chunk' && one.moduleIds.includes(id));
  // A page that has moved would be slow without anybody knowing why.
  if (chunk === undefined) throw new Error(`first-code.ts names ${module}, which is in no chunk`);
  return chunk.fileName;
};

/** A chunk with its styles and all that must be there before it can run. */
const filesOf = (bundle: Output, name: string, files = new Set<string>()): Set<string> => {
  const chunk = bundle[name];
  if (files.has(name) || chunk?.type !== 'chunk') return files;
  files.add(name);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  for (const needed of chunk.imports) filesOf(bundle, needed, files);
  return files;
};

const allOf = (bundle: Output, modules: string[]): string[] => [
  ...new Set(modules.flatMap((module) => [...filesOf(bundle, chunkOf(bundle, module))])),
];

/** Behind what the first look is drawn with, and ahead of nothing: see `codeElement` in `page.ts`. */
const preload = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/portal/${file}` },
  injectTo: 'head',
});

/** Writes down which files each page needs besides the app itself, so that the server can name them with the page. */
export const firstCode: Plugin = {
  name: 'first-code',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const [main, app] = [allOf(bundle, MAIN), allOf(bundle, BEFORE_ANY_PAGE)];
      return app.filter((file) => file.endsWith('.js') && !main.includes(file)).map(preload);
    },
  },
  generateBundle(_options, bundle) {
    const app = allOf(bundle, BEFORE_ANY_PAGE);
    const filesFor = (modules: string[]) =>
      allOf(bundle, modules)
        .filter((file) => !app.includes(file))
        .map((file) => `/portal/${file}`);
    const code = Object.fromEntries(
      Object.entries(MODULES).map(([name, modules]) => [name, filesFor(modules)]),
    );
    this.emitFile({ type: 'asset', fileName: 'first-code.json', source: JSON.stringify(code) });
  },
};
