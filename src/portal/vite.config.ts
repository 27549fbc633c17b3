import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import de from '../texts/de/portal.json';
import en from '../texts/en/portal.json';
import nl from '../texts/nl/portal.json';
import { FILES, firstCode } from './first-code';
import { localesUnasked } from './locales-unasked';

const REACT_ARIA_TEXTS = /react-aria[^?]*\/intl\/.*\/?([a-z]{2}-[A-Z]{2})\.mjs$/;
const SPOKEN = ['nl-NL', 'en-US', 'de-DE'];

/** Leaves out react-aria's own texts in the thirty languages that the portal does not speak. */
const spokenLanguagesOnly: Plugin = {
  name: 'spoken-languages-only',
  enforce: 'pre',
  load(id) {
    const locale = REACT_ARIA_TEXTS.exec(id)?.[1];
    return locale && !SPOKEN.includes(locale) ? 'export default undefined;' : null;
  },
};

const ZOD_JSON_SCHEMA = /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** Every schema of zod can describe itself as JSON Schema; no reader's browser asks it to, and none loads how. */
const schemasUndescribed: Plugin = {
  name: 'schemas-undescribed',
  enforce: 'pre',
  load(id) {
    if (!ZOD_JSON_SCHEMA.test(id)) return null;
    const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
    return [
      'const none = () => undefined;',
      ...[...names].map(([, name]) => `export const ${name} = none;`),
    ].join('\n');
  },
};

const PARSER = '@formatjs/icu-messageformat-parser';
const TEXTS = /src\/texts\/[a-z]{2}\/portal\.json$/;

/** Reads the texts' ICU notation now, so that no reader has to load its parser. */
const textsRead: Plugin = {
  name: 'texts-read',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: [
        {
          find: PARSER,
          replacement: path.resolve(__dirname, `../../node_modules/${PARSER}/lib/no-parser.js`),
        },
      ],
    },
  }),
  load(id) {
    if (!TEXTS.test(id)) return null;
    const texts = JSON.parse(readFileSync(id, 'utf8')) as Record<string, string>;
    const read = Object.entries(texts).map(([name, text]) => [name, parse(text, { captureLocation: false })]);
    return JSON.stringify(Object.fromEntries(read));
  },
};

const preload = (href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true },
  injectTo: 'head-prepend',
});

/** Asks for the latin font at once, and tells a reader without JavaScript what is missing. */
const fontAndNoscript: Plugin = {
  name: 'font-and-noscript',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => [
      ...Object.keys(bundle)
        .filter((file) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => preload(`/portal/${file}`)),
      {
        tag: 'noscript',
        injectTo: 'body',
        children: [nl, en, de].map((texts) => `<p>${texts['page.noscript.text']}</p>`).join(''),
      },
    ],
  },
};

const PDFJS = path.resolve(__dirname, '../../node_modules/pdfjs-dist');
/** What pdf.js asks for by name; nothing of WebAssembly, which the CSP does not let run. */
const PDF_FILES = ['standard_fonts', 'cmaps', 'wasm/openjpeg_nowasm_fallback.js'];

/** Puts pdf.js' fonts, character maps and plain decoder where the viewer looks for them, under its version's name. */
const pdfFiles: Plugin = {
  name: 'pdf-files',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const about = readFileSync(path.join(PDFJS, 'package.json'), 'utf8');
    const { version } = JSON.parse(about) as { version: string };
    for (const name of PDF_FILES)
      cpSync(path.join(PDFJS, name), path.join(dir, 'assets', `pdf-${version}`, name), { recursive: true });
  },
};

export default defineConfig({
  root: __dirname,
  base: '/portal/',
  publicDir: false,
  plugins: [
    spokenLanguagesOnly,
    localesUnasked,
    schemasUndescribed,
    textsRead,
    fontAndNoscript,
    firstCode,
    pdfFiles,
  ],
  json: { stringify: true },
  esbuild: {
    // Said again, for the rooms that both apps share: they lie outside the folder of the tsconfig.json that says it.
    jsx: 'automatic',
    // Every icon would bring its licence along; they stand in the packages themselves.
    legalComments: 'none',
  },
  build: {
    outDir: '../../public/portal',
    emptyOutDir: true,
    target: 'es2022',
    // The CSP allows fonts and styles from our own address only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // A schema that no page of a file asks for is neither sent nor built there. See `without-eval.ts`.
      treeshake: { manualPureFunctions: ['z'] },
      output: { manualChunks: FILES },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:1337' } },
});
