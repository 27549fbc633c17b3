import { documentViewSchema } from '../../src/contract/document';
import type { House } from '../support';
import { describeWithScanner, PDF, startStrapi } from '../support';
import { givenCase, type Case } from '../access/case';

let house: House;
let own: Case;

const upload = (name: string) => own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, name, PDF);
const nameAfter = async (name: string): Promise<string> => (await upload(name)).as(documentViewSchema).name;

describeWithScanner("a file's name", () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it.each([
    'Zażółć gęślą jaźń.pdf',
    'İstanbul ığüşöç.pdf',
    'عقد البيع.pdf',
    '契約書.pdf',
    '📄👩‍⚖️ Akte.pdf',
    "O'Neil & Co; 50%.pdf",
  ])('stays as the client wrote it: %s', async (name) => {
    // The joiner between the two halves of an emoji is invisible, and cleaned away like the others.
    const shown = name.replace(/\u200d/g, '').normalize('NFC');
    const document = (await upload(name)).as(documentViewSchema);
    expect(document.name).toBe(shown);
    const download = await own.jan.desk.get(`/documents/${document.id}/download`);
    const header = download.headers.get('content-disposition') ?? '';
    const encoded = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1];
    const plain = /filename="([^"]+)"/.exec(header)?.[1];
    expect(encoded === undefined ? plain : decodeURIComponent(encoded)).toBe(shown);
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Anna\\deed.pdf', 'deed.pdf'],
    ['/absolute/deed.pdf', 'deed.pdf'],
    ['inv\u202eexe.pdf', 'invexe.pdf'],
    ['de\u0000ed\r\nSet-Cookie: a=b.pdf', 'deedSet-Cookie: a=b.pdf'],
    ['\u200bdeed\ufeff.pdf ', 'deed.pdf'],
    ['Cafe\u0301.pdf', 'Café.pdf'],
  ])('loses its folders and what nobody can see: %j', async (given, shown) => {
    expect(await nameAfter(given)).toBe(shown);
  });

  it.each(['a', 'ż', '📄'])('of more than 255 bytes is cut and keeps its ending: %s…', async (letter) => {
    const length = Math.ceil(300 / Buffer.byteLength(letter));
    const shown = await nameAfter(`${letter.repeat(length)}.pdf`);
    expect(shown).toMatch(/^(a+|ż+|(📄)+)\.pdf$/u);
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(shown)).toBeGreaterThan(255 - Buffer.byteLength(letter));
  });

  it.each([
    ['that is empty', ''],
    ['of blanks', '   '],
    ['of dots', '..'],
    ['of a folder alone', 'folder/'],
    ['of what nobody can see', '\u202e\u200b'],
  ])('%s is refused', async (_what, name) => {
    const answer = await upload(name);
    expect([answer.status, answer.error]).toMatchObject([
      400,
      { code: 'invalid-input', fields: ['x-file-name'] },
    ]);
  });

  it('that is not there or not encoded is refused', async () => {
    const address = `/dossiers/${own.dossier.id}/documents`;
    const type = { 'content-type': 'application/octet-stream' };
    for (const headers of [type, { ...type, 'x-file-name': '%E0%A4%A' }]) {
      const answer = await own.anna.portal.send('POST', address, 'x', headers);
      expect(answer.error.code).toBe('invalid-input');
    }
  });
});
