import path from 'node:path';
import type { Plugin } from 'vite';
import type { Language } from '../contract/common';
import type { FirstPage } from '../contract/first-answers';

const FRAME = 'session/portal-frame.tsx';
const DOSSIER = [FRAME, 'dossier/dossier-page.tsx', 'dossier/dossier-tabs.tsx'];

/** What `routes.tsx` loads for these pages, and `session/language.tsx` for each language. */
const MODULES: Record<FirstPage | Language, string[]> = {
  'sign-in': ['session/sign-in-page.tsx'],
  home: [FRAME, 'home/home-page.tsx'],
  documents: [...DOSSIER, 'document/documents-page.tsx'],
  messages: [...DOSSIER, 'message/messages-page.tsx'],
  nl: ['../texts/nl/portal.json'],
  en: ['../texts/en/portal.json'],
  de: ['../texts/de/portal.json'],
};

type Output = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

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

/** Writes down which files each page needs besides the app itself, so that the server can name them with the page. */
export const firstCode: Plugin = {
  name: 'first-code',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const app = filesOf(bundle, chunkOf(bundle, 'main.tsx'));
    const filesFor = (modules: string[]) =>
      [...new Set(modules.flatMap((module) => [...filesOf(bundle, chunkOf(bundle, module))]))]
        .filter((file) => !app.has(file))
        .map((file) => `/portal/${file}`);
    const code = Object.fromEntries(
      Object.entries(MODULES).map(([name, modules]) => [name, filesFor(modules)]),
    );
    this.emitFile({ type: 'asset', fileName: 'first-code.json', source: JSON.stringify(code) });
  },
};
