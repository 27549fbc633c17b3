import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import de from '../texts/de/portal.json';
import en from '../texts/en/portal.json';
import nl from '../texts/nl/portal.json';

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

export default defineConfig({
  root: __dirname,
  base: '/portal/',
  publicDir: false,
  plugins: [spokenLanguagesOnly, fontAndNoscript],
  json: { stringify: true },
  build: {
    outDir: '../../public/portal',
    emptyOutDir: true,
    target: 'es2022',
    // The CSP allows fonts and styles from our own address only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:1337' } },
});
