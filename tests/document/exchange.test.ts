import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { deskDocumentListSchema, documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import type { House } from '../support';
import { describeWithScanner, givenDocument, givenSettings, PDF, pdfOf, startStrapi } from '../support';
import { givenCase, type Case } from '../access/case';
import { storeOf } from '../storage/store';

let house: House;
let own: Case;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const clientsList = async (id: string) =>
  (await own.anna.portal.get(`/dossiers/${id}`)).as(dossierViewSchema).documents;
const desksList = async (id: string) =>
  (await own.jan.desk.get(`/dossiers/${id}/documents`)).as(deskDocumentListSchema).documents;

/** Real files where they are at hand, small ones of our own making where they are not. */
const SAMPLES = path.resolve(__dirname, '../../../shared/samples/harmless');
const OWN_SAMPLES: [string, Buffer][] = [
  ['all-bytes.bin', Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256))],
  ['one.txt', Buffer.from('x')],
  ['line-ends.csv', Buffer.from('a;b\r\n1;2\n3;4\r\uFEFF')],
  ['page.html', Buffer.from('<script>alert(1)</script>')],
  ['deed.pdf', PDF],
];
const realSamples = (): [string, Buffer][] => {
  try {
    return readdirSync(SAMPLES).map((name) => [name, readFileSync(path.join(SAMPLES, name))]);
  } catch {
    return [];
  }
};

describeWithScanner('a file', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    const fileTypes = 'pdf docx xlsx pptx doc xls odt ods rtf txt csv jpg png heic tif eml msg zip p7m pages';
    await givenSettings(house, { fileTypes: [...fileTypes.split(' '), 'bin', 'html', 'svg', 'js'] });
  });
  afterAll(() => house.stop());

  it.each([...OWN_SAMPLES, ...realSamples()])(
    'arrives byte for byte, both ways: %s',
    async (name, content) => {
      const { anna, jan, dossier } = own;
      const published = await givenDocument(jan, dossier, { name, content });
      expect([published.name, published.size, published.sha256]).toEqual([
        name,
        content.length,
        sha256(content),
      ]);
      const download = await anna.portal.get(`/documents/${published.id}/download`);
      expect(download.bytes.equals(content)).toBe(true);

      const uploaded = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, name, content);
      const { id } = uploaded.as(documentViewSchema);
      const there = await jan.desk.get(`/documents/${id}/download`);
      expect(there.bytes.equals(content)).toBe(true);
      expect((await desksList(dossier.id)).find((document) => document.id === id)?.sha256).toBe(
        sha256(content),
      );
    },
  );

  it('that staff publish stands on its shelf, new for the client', async () => {
    const { jan, dossier } = await secondCase();
    await givenDocument(jan, dossier, { name: 'Letter.pdf', shelf: 'correspondence' });
    await givenDocument(jan, dossier, { name: 'Deed.pdf', shelf: 'documents' });
    const documents = await clientsList(dossier.id);
    expect(documents.map(({ name, shelf, unread }) => [name, shelf, unread])).toEqual([
      ['Deed.pdf', 'documents', true],
      ['Letter.pdf', 'correspondence', true],
    ]);
  });

  it('that the client delivers stands under "provided", new for nobody and theirs by name', async () => {
    const { anna, dossier } = await secondCase();
    const answer = await anna.portal.upload(
      `/dossiers/${dossier.id}/documents`,
      'Passport.txt',
      'not really',
    );
    expect([answer.status, answer.as(documentViewSchema)]).toMatchObject([
      201,
      { name: 'Passport.txt', shelf: 'provided', mimeType: 'text/plain', size: 10, unread: false },
    ]);
    expect((await clientsList(dossier.id)).map(({ unread }) => unread)).toEqual([false]);
    expect(await desksList(dossier.id)).toMatchObject([{ author: anna.email, byClient: true, readings: [] }]);
  });

  it('comes with headers that let it do nothing but be looked at', async () => {
    const { jan, anna, dossier } = own;
    const { id } = await givenDocument(jan, dossier, {
      name: 'Notes (final).txt',
      content: Buffer.from('<b>x</b>'),
    });
    const view = await anna.portal.get(`/documents/${id}/view`);
    expect(view.headers.get('content-type')).toContain('text/plain');
    expect(view.headers.get('content-disposition')).toBe('inline; filename="Notes (final).txt"');
    expect(view.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(view.headers.get('x-content-type-options')).toBe('nosniff');
    expect(view.headers.get('cache-control')).toBe('no-store');
    const download = await anna.portal.get(`/documents/${id}/download`);
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it.each(['page.html', 'image.svg', 'script.js', 'archive.bin'])(
    'that a browser might run or cannot show is download only: %s',
    async (name) => {
      const { jan, anna, dossier } = own;
      const { id } = await givenDocument(jan, dossier, { name, content: Buffer.from('<svg/>') });
      const listed = (await clientsList(dossier.id)).find((document) => document.id === id);
      expect(listed?.abilities).toMatchObject({ view: false, download: true });
      for (const who of [anna.portal, jan.desk]) {
        const answer = await who.get(`/documents/${id}/view`);
        expect([answer.status, answer.error.code]).toEqual([415, 'unsupported-type']);
        expect((await who.get(`/documents/${id}/download`)).status).toBe(200);
      }
    },
  );

  it('lies in no folder that the web server shows', async () => {
    const { jan, dossier } = own;
    await givenDocument(jan, dossier, { content: pdfOf('a file that only the portal gives out') });
    const [key = ''] = await storeOf(house).keys();
    for (const address of [`/uploads/${key}`, `/${key}`, `/documents/${key}`, `/portal/${key}`]) {
      const body = await (await fetch(house.baseUrl + address)).text();
      expect(body).not.toContain('a file that only the portal');
    }
  });

  it('is published on no shelf that is not there', async () => {
    const { jan, dossier } = own;
    for (const query of ['', '?shelf=provided', '?shelf=attachment', '?shelf=documents&color=red']) {
      const answer = await jan.desk.upload(`/dossiers/${dossier.id}/documents${query}`, 'a.pdf', PDF);
      expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
    }
  });
});

const secondCase = async () => {
  const { jan, anna } = own;
  const dossier = (
    await jan.desk.post('/dossiers', {
      number: `X-${Math.random()}`,
      description: 'Another',
      clientId: anna.client.id,
    })
  ).as(z.object({ id: z.string() }));
  return { jan, anna, dossier: { ...own.dossier, id: dossier.id } };
};
