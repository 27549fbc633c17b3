import type { Language } from '../contract/common';
import { FIRST_ANSWERS, type FirstAnswers, type FirstPage } from '../contract/first-answers';

/** What a page of the portal is sent with. */
export interface PageSent {
  /** What the page would ask first. */
  answers: FirstAnswers;
  /** What it shows, and in which language: the code for both is asked for at once. */
  page: FirstPage | null;
  language: Language;
  /** Whose portal it is, to be seen before anything else is there. */
  brand: { name: string; logo: string | null };
}

/** Which files a page, or a language, needs first, as the build wrote it down. */
export type FirstCode = Partial<Record<FirstPage | Language, string[]>>;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Data, which no browser runs. Without a `<` nothing in them can end their element, or begin another. */
const answersElement = (answers: FirstAnswers): string =>
  `<script type="application/json" id="${FIRST_ANSWERS}">${JSON.stringify(answers).replace(/</g, '\\u003c')}</script>`;

const brandElement = ({ name, logo }: PageSent['brand']): string =>
  logo === null ? escaped(name) : `<img class="brand-logo" src="${escaped(logo)}" alt="">`;

/** Code waits for the styles and the letters on a slow line: they are what is seen first. */
const codeElement = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="${escaped(file)}">`
    : `<link rel="modulepreload" crossorigin fetchpriority="low" href="${escaped(file)}">`;

const codeElements = ({ page, language }: PageSent, code: FirstCode): string => {
  const files = [...((page && code[page]) ?? []), ...(code[language] ?? [])];
  return [...new Set(files)].map(codeElement).join('');
};

/** Puts it where the page has left room for it: `<!--first-code-->`, `<!--brand-->`, `<!--first-answers-->`. */
export const fillPage = (page: string, sent: PageSent, code: FirstCode): string =>
  // What is put in is not looked through again: it may say anything.
  page.replace(/<!--(first-code|brand|first-answers)-->/g, (_room, name) => {
    if (name === 'first-code') return codeElements(sent, code);
    return name === 'brand' ? brandElement(sent.brand) : answersElement(sent.answers);
  });
