import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { CODE_DAYS, groupedCode } from '../../../contract/activation';
import type { Language } from '../../../contract/common';
import type { FirmSettings } from '../../../contract/firm-settings';
import { minutesFrom } from '../../../db';
import { letterText, type LetterKey } from '../../../texts';
import { drawSquare } from './square';

export interface InvitationLetter {
  firm: FirmSettings;
  /** The client, as they are addressed. */
  client: string;
  language: Language;
  /** The activation page. */
  page: string;
  /** Whose invitation it is. It stands in the square; the code does not. */
  reference: string;
  /** Null where the client chooses it. */
  userName: string | null;
  code: string;
}

const FONTS = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  code: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
};

/** In points, on A4: the client's name stands in the window of an envelope. */
const MARGIN = 64;
/** Less than at the other sides: a letter with much to say still fits on one page. */
const BOTTOM = 40;
const WIDTH = 595 - 2 * MARGIN;
const WINDOW_TOP = 140;
const TEXT_TOP = 250;
const SQUARE = 136;
/** What stands beside the square. */
const NARROW = WIDTH - SQUARE - 16;

type Words = (key: LetterKey, values?: Record<string, string>) => string;

/** The last whole day on which the code still works. */
const lastDay = (language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(
    minutesFrom(new Date(), (CODE_DAYS - 1) * 24 * 60),
  );

/** Draws a letter from the top down; every part is tagged, so that a screen reader reads it in order. */
class Page {
  readonly pdf: PDFKit.PDFDocument;
  readonly #document: PDFKit.PDFStructureElement;

  constructor(title: string, { firm, language }: InvitationLetter) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: BOTTOM },
      tagged: true,
      displayTitle: true,
      lang: language,
      pdfVersion: '1.7',
      info: { Title: title, Author: firm.name },
    });
    this.#document = this.pdf.struct('Document');
    this.pdf.addStructure(this.#document);
  }

  part(kind: string, draw: () => void, options: { alt?: string } = {}): void {
    this.#document.add(this.pdf.struct(kind, options, draw));
  }

  text(
    kind: string,
    words: string,
    { font = FONTS.plain, size = 10.5, width = WIDTH, x = MARGIN, gap = 10 } = {},
  ) {
    this.part(kind, () => {
      this.pdf
        .font(font)
        .fontSize(size)
        .fillColor('#1f2328')
        .text(words, x, this.pdf.y, { width, lineGap: 2 });
    });
    this.pdf.y += gap;
  }

  async bytes(): Promise<Buffer> {
    this.#document.end();
    this.pdf.end();
    return buffer(this.pdf);
  }
}

const drawHead = (page: Page, { firm, client }: InvitationLetter, words: Words): void => {
  page.text('P', [firm.name, firm.phone, firm.email].filter(Boolean).join('\n'), { size: 10 });
  page.pdf.y = WINDOW_TOP;
  page.text('P', client);
  page.pdf.y = TEXT_TOP;
  page.text('H1', words('letter.title'), { font: FONTS.bold, size: 17, gap: 14 });
  page.text('P', words('letter.salutation'));
  page.text('P', words('letter.what', { firm: firm.name }), { gap: 16 });
};

const drawSteps = (page: Page, given: InvitationLetter, words: Words): void => {
  const { pdf } = page;
  const top = pdf.y;
  const last = words(given.userName === null ? 'letter.step.choose' : 'letter.step.password');
  const steps = [`${words('letter.step.open')}\n${given.page}`, words('letter.step.code'), last];
  steps.forEach((step, index) => page.text('P', `${index + 1}.  ${step}`, { width: NARROW, gap: 12 }));
  const bottom = pdf.y;
  const place = { x: MARGIN + WIDTH - SQUARE, y: top - 12, size: SQUARE };
  page.part('Figure', () => drawSquare(pdf, `${given.page}#${given.reference}`, place), {
    alt: words('letter.square'),
  });
  pdf.y = Math.max(bottom, place.y + SQUARE) + 8;
};

const drawCode = (page: Page, { code, userName, language }: InvitationLetter, words: Words): void => {
  if (userName !== null) {
    page.text('H2', words('letter.user-name'), { font: FONTS.bold, gap: 4 });
    page.text('P', userName, { gap: 14 });
  }
  page.text('H2', words('letter.code'), { font: FONTS.bold, gap: 6 });
  page.text('P', groupedCode(code), { font: FONTS.code, size: 24, gap: 10 });
  page.text('P', words('letter.until', { day: lastDay(language) }));
  page.text('P', words('letter.secret'), { gap: 16 });
};

/**
 * The printable invitation (R5). The square leads to the activation page and names the account, but does not hold the
 * code: apps that read squares keep what they read, send it along, and browsers remember it for every device.
 */
export const drawLetter = (given: InvitationLetter): Promise<Buffer> => {
  const words: Words = (key, values) => letterText(given.language, key, values);
  const page = new Page(words('letter.title'), given);
  drawHead(page, given, words);
  drawSteps(page, given, words);
  drawCode(page, given, words);
  if (given.firm.phone !== null)
    page.text('P', words('letter.help', { phone: given.firm.phone }), { gap: 16 });
  page.text('P', words('letter.greeting', { firm: given.firm.name }));
  return page.bytes();
};
