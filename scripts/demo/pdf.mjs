/** The characters that end or escape a text in a PDF. */
const escaped = (text) => text.replace(/[\\()]/g, '\\$&');

const page = (lines) =>
  ['BT', '/F1 12 Tf', '16 TL', '72 770 Td', ...lines.map((line) => `(${escaped(line)}) Tj T*`), 'ET'].join(
    '\n',
  );

/**
 * A PDF of one page with these lines in plain Latin letters, small enough to write by hand.
 * @param {string[]} lines
 * @returns {Buffer}
 */
export const pdf = (lines) => {
  const content = page(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, '0');
  });
  const table = [
    `0 ${objects.length + 1}`,
    '0000000000 65535 f ',
    ...places.map((place) => `${place} 00000 n `),
  ];
  text += `xref\n${table.join('\n')}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};
