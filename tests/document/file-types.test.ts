import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentViewSchema, refusedUploadListSchema } from '../../src/contract/document';
import type { FirmSettingsChange } from '../../src/contract/firm-settings';
import type { Answer, Browser, House } from '../support';
import { describeWithScanner, EICAR, givenSettings, PDF, startStrapi } from '../support';
import { givenCase, type Case } from '../access/case';
import { keptFiles } from './on-disk';

const SAMPLES = path.join(__dirname, 'samples');
const sample = (name: string): Buffer => readFileSync(path.join(SAMPLES, name));

/** What the firm's settings promise for each file that is not simply taken. */
const REFUSED: Record<string, string> = {
  'droste.zip': 'file-unpacks-too-large',
  'full_encrypted.7z': 'file-type-refused',
  'protectedFile.xlsx': 'file-encrypted',
  'testODTEncrypted.odt': 'file-encrypted',
  'testWORD_protected_passtika.doc': 'file-encrypted',
  'testPDF_no_extract_yes_accessibility_owner_user.pdf': 'file-encrypted',
  'testODTnotaZipFile.odt': 'file-content-mismatch',
};
const LOCKED = Object.keys(REFUSED).filter((name) => REFUSED[name] === 'file-encrypted');
const ALL = readdirSync(SAMPLES).filter((name) => name !== 'README.md');

let house: House;
let own: Case;

const upload = (name: string, content: Uint8Array | string): Promise<Answer> =>
  own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, name, content);
const attempts = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(refusedUploadListSchema)
    .refusals;
const expectTaken = async (answer: Answer, content: Buffer): Promise<void> => {
  const { id } = answer.as(documentViewSchema);
  const back = await own.anna.portal.get(`/documents/${id}/download`);
  expect(back.bytes.equals(content)).toBe(true);
};
const expectRefused = async (answer: Answer, code: string, kept: string[]): Promise<void> => {
  expect([answer.status, answer.error.code]).toEqual([422, code]);
  expect(await keptFiles(house)).toEqual(kept);
};

describeWithScanner('the type of a file', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it.each(ALL.filter((name) => REFUSED[name] === undefined))('%s arrives as it was', async (name) => {
    await expectTaken(await upload(name, sample(name)), sample(name));
  });

  it.each(Object.entries(REFUSED))('%s is refused, and staff see the attempt: %s', async (name, code) => {
    const [kept, before] = [await keptFiles(house), (await attempts()).length];
    await expectRefused(await upload(name, sample(name)), code, kept);
    const [attempt, ...others] = await attempts();
    expect([attempt?.name, attempt?.actor, attempt?.size]).toEqual([
      name,
      own.anna.email,
      sample(name).length,
    ]);
    expect(others).toHaveLength(before);
  });

  const lies: [string, string, Buffer | string][] = [
    ['a program that is called a letter', 'letter.pdf', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a program that is called a text', 'letter.txt', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a picture that is called a PDF', 'scan.pdf', sample('testPNG.png')],
    ['a PDF that is called a picture', 'scan.png', PDF],
    ['a PDF that is called a text', 'letter.txt', PDF],
    ['a zip that is called a Word document', 'letter.docx', sample('testOpenOfficeInAZip.zip')],
    ['a workbook that is called a Word document', 'letter.docx', sample('testEXCEL_signed.xlsx')],
    ['a page of a website that is called a picture', 'scan.jpg', '<html><script>alert(1)</script></html>'],
    ['a text that is called an old Word document', 'letter.doc', 'Dear sir'],
    ['a TIFF that begins like one and is a text', 'scan.tif', 'II* is no picture'],
  ];
  it.each(lies)('that its name lies about is refused: %s', async (_what, name, content) => {
    await expectRefused(await upload(name, content), 'file-content-mismatch', await keptFiles(house));
    expect((await attempts())[0]).toMatchObject({ name, reason: 'content-mismatch', signature: null });
  });

  it('that its name lies about is refused at each door', async () => {
    const { anna, jan, dossier } = own;
    const doors: [Browser, string][] = [
      [anna.portal, 'attachments'],
      [jan.desk, 'attachments'],
      [jan.desk, 'documents?shelf=documents'],
    ];
    for (const [who, where] of doors) {
      const to = `/dossiers/${dossier.id}/${where}`;
      await expectRefused(
        await who.upload(to, 'a.png', PDF),
        'file-content-mismatch',
        await keptFiles(house),
      );
      await expectRefused(await who.upload(to, 'a.exe', PDF), 'file-type-refused', await keptFiles(house));
    }
  });

  it.each(['letter.exe', 'letter', 'letter.pdf.', 'letter.pdf.js', 'pdf'])(
    'that the firm does not take is refused before it is read: %s',
    async (name) => {
      const answer = await upload(name, EICAR);
      expect([answer.status, answer.error.code]).toEqual([422, 'file-type-refused']);
      expect(answer.error.types).toContain('docx');
      expect(answer.error.message).toContain('docx');
      expect((await attempts())[0]).toMatchObject({ name, reason: 'type-refused', size: EICAR.length });
    },
  );

  it('is less news than a virus in it', async () => {
    expect((await upload('letter.png', EICAR)).error.code).toBe('file-infected');
  });

  it('is known of a long text by its beginning, whatever letters are in it', async () => {
    const text = Buffer.from('BMW en Citroën; Łódź; "MZ"\r\n'.repeat(10_000));
    await expectTaken(await upload('cars.csv', text), text);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Dear sir', 'utf16le')]);
    await expectTaken(await upload('letter.txt', utf16), utf16);
  });

  describe('is the choice of the firm', () => {
    const chosen = (change: FirmSettingsChange) => givenSettings(house, change);
    afterAll(() => chosen({ fileTypes: ['pdf'], encryptedArchives: 'refuse' }));

    it('which takes another, from the next upload on', async () => {
      await chosen({ fileTypes: ['7z', 'dwg', 'foo'] });
      expect((await upload('full_encrypted.7z', sample('full_encrypted.7z'))).error.code).toBe(
        'file-encrypted',
      );
      expect((await upload('plan.dwg', 'no drawing')).error.code).toBe('file-content-mismatch');
      const unknown = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
      await expectTaken(await upload('own.FOO', unknown), unknown);
      expect((await upload('deed.pdf', PDF)).error.code).toBe('file-type-refused');
    });

    it.each([...LOCKED, 'full_encrypted.7z'])('which takes even what has a password: %s', async (name) => {
      await chosen({ fileTypes: ['xlsx', 'odt', 'doc', 'pdf', '7z'], encryptedArchives: 'accept' });
      await expectTaken(await upload(name, sample(name)), sample(name));
    });
  });
});
