import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { FIRST_ANSWERS, type FirstAnswers } from '../../src/contract/first-answers';
import { browser, type Answer, type Browser, type House } from '../support';

const PAGE =
  '<!doctype html><head><!--first-code--></head><body><div id="root"></div><b><!--brand--></b><!--first-answers--></body>';
const CODE = {
  'sign-in': ['/portal/assets/sign-in.js'],
  home: ['/portal/assets/frame.js', '/portal/assets/home.css'],
  documents: ['/portal/assets/frame.js', '/portal/assets/documents.js'],
  messages: ['/portal/assets/frame.js', '/portal/assets/messages.js'],
  nl: ['/portal/assets/nl.js'],
  en: ['/portal/assets/en.js'],
  de: ['/portal/assets/de.js'],
};

/** The house serves a page of a few signs in the place of the portal's, which may not be built. */
export const withPage = (strapi: Core.Strapi): void => {
  const folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? os.tmpdir(), 'public-'));
  mkdirSync(path.join(folder, 'portal'));
  writeFileSync(path.join(folder, 'portal/index.html'), PAGE);
  writeFileSync(path.join(folder, 'portal/first-code.json'), JSON.stringify(CODE));
  strapi.dirs.static.public = folder;
};

/** Somebody with the cookies of `who` opens a page: `/dossiers/…` stands below /portal. */
export const openPage = (
  house: House,
  who: Browser | null,
  address = '',
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> => {
  const cookie = [...(who?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  return browser(house.baseUrl, '/portal', cookie ? { cookie } : {}).send(
    method,
    address,
    undefined,
    headers,
  );
};

/** What the page says to its app; it has it in one element of its own. */
export const answersIn = ({ bytes }: Answer): FirstAnswers => {
  const html = bytes.toString();
  const [, said, ...more] = html.split(`<script type="application/json" id="${FIRST_ANSWERS}">`);
  const [json, rest] = said?.split('</script>') ?? [];
  if (json === undefined || rest !== '</body>' || more.length > 0) throw new Error(`No answers in ${html}`);
  return JSON.parse(json) as FirstAnswers;
};
