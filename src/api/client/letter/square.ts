import { create } from 'qrcode';

/** The quiet edge that readers need around the code, in modules. */
const EDGE = 4;

interface Place {
  x: number;
  y: number;
  /** With the quiet edge, in points. */
  size: number;
}

/** A QR code as one path, sharp at any size: each run of dark modules of a row is a rectangle. */
export const drawSquare = (pdf: PDFKit.PDFDocument, text: string, { x, y, size }: Place): void => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = size / (modules.size + 2 * EDGE);
  const isDark = (row: number, column: number): boolean =>
    column < modules.size && modules.get(row, column) === 1;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (isDark(row, column)) column += 1;
      const run = column - start;
      if (run > 0) pdf.rect(x + (EDGE + start) * module, y + (EDGE + row) * module, run * module, module);
    }
  }
  pdf.fill('#000000');
};
