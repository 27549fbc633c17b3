import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Language } from '../../contract/common';

type Pdf = InstanceType<typeof PDFDocument>;

/** A tagged PDF with the one element that holds all it says: whoever reads it out expects a single one at the top. */
export interface Sheet {
  pdf: Pdf;
  all: ReturnType<Pdf['struct']>;
}

const MARGIN = 50;
const TEXT = 10;
/** So many rows are drawn before others get their turn. */
const ROWS_AT_A_TIME = 20;

const fontFile = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** An empty sheet, made to be kept for years: PDF/A, its fonts within. */
export const newSheet = (language: Language, title: string, author: string): Sheet => {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: language,
    displayTitle: true,
    font: fontFile('DejaVuSans'),
    info: { Title: title, Author: author },
  });
  pdf.registerFont('plain', fontFile('DejaVuSans'));
  pdf.registerFont('bold', fontFile('DejaVuSans-Bold'));
  const all = pdf.struct('Document');
  pdf.addStructure(all);
  return { pdf, all };
};

const write = ({ pdf, all }: Sheet, tag: string, text: string, size = TEXT): void => {
  const font = tag === 'P' ? 'plain' : 'bold';
  all.add(pdf.struct(tag, {}, () => void pdf.font(font).fontSize(size).text(text, MARGIN)));
  pdf.font('plain').fontSize(TEXT).moveDown(0.5);
};

export const title = (sheet: Sheet, text: string): void => write(sheet, 'H1', text, 18);

export const heading = (sheet: Sheet, text: string): void => {
  const { pdf } = sheet;
  // A heading alone at the foot of a page leads to nothing.
  if (pdf.y > pdf.page.height - 3 * MARGIN) pdf.addPage();
  pdf.moveDown(1);
  write(sheet, 'H2', text, 14);
};

export const paragraph = (sheet: Sheet, text: string): void => write(sheet, 'P', text);

export interface Rows {
  widths: (number | string)[];
  head: string[];
  rows: string[][];
}

/** Rows below a head; drawn a few at a time, for other people wait for this process too. */
export const table = async ({ pdf, all }: Sheet, { widths, head, rows }: Rows): Promise<void> => {
  const style = { padding: 4, border: 0.5 };
  const options = {
    columnStyles: widths,
    structParent: all,
    defaultStyle: style,
    position: { x: MARGIN, y: pdf.y },
  };
  const drawn = pdf.table(options);
  drawn.row(head.map((text) => ({ text, type: 'TH' as const, backgroundColor: '#eeeeee' })));
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_A_TIME === 0) await setImmediate();
    drawn.row(row);
  }
  drawn.end();
};

/** Page numbers are not read out: they stand outside what the sheet says. */
export const numberPages = ({ pdf }: Sheet, words: (page: number, pages: number) => string): void => {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.fontSize(8).text(words(page + 1, count), MARGIN, pdf.page.height - MARGIN / 2, { lineBreak: false });
    pdf.endMarkedContent();
  }
};

/** The finished sheet; nothing can be added any more. */
export const finished = async ({ pdf, all }: Sheet): Promise<Buffer> => {
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => void parts.push(part));
  const ended = new Promise<void>((resolve, reject) => void pdf.on('end', resolve).on('error', reject));
  all.end();
  pdf.end();
  await ended;
  return Buffer.concat(parts);
};
