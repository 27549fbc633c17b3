import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deskDocumentListSchema } from '../../src/contract/document';
import { describeWithScanner, givenDocument, pdfOf, startStrapi, type Answer, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf, openLine } from '../http/raw';
import { storedFile, type StoredFile } from '../storage/store';
import { filesHolding, spoolOf, whenFolder } from './on-disk';

let house: House;
let own: Case;

const FRAME = 256 * 1024;
const LONG = pdfOf(randomBytes(5 * FRAME + 77));

const documents = () => house.strapi.db.connection('documents');
const rowOf = (id: string) => documents().where({ document_id: id });
const published = async (content = LONG): Promise<{ id: string; file: StoredFile }> => {
  const { id } = await givenDocument(own.jan, own.dossier, { name: 'long.pdf', content });
  return { id, file: await storedFile(house, id) };
};
const download = (id: string): Promise<Answer> => own.anna.portal.get(`/documents/${id}/download`);

type Damage = (bytes: Buffer) => Buffer;
/** Of its byte there; counted from its end where that is below nought. */
const flip =
  (at: number): Damage =>
  (bytes) =>
    Buffer.from(bytes.map((byte, n) => (n === (at < 0 ? bytes.length + at : at) ? byte ^ 1 : byte)));
const cut =
  (to: number): Damage =>
  (bytes) =>
    bytes.subarray(0, to);

/** How much a reader gets, and whether it is the whole file as far as they can tell. */
const readLine = async (id: string): Promise<{ bytes: number; whole: boolean }> => {
  let bytes = 0;
  try {
    const address = `${house.baseUrl}/api/portal/documents/${id}/download`;
    const { body, ok } = await fetch(address, { headers: cookieOf(own.anna.portal) });
    const reader = body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      bytes += part.value.length;
    return { bytes, whole: ok };
  } catch {
    return { bytes, whole: false };
  }
};
const downloadedAt = async (id: string): Promise<unknown> => {
  const answer = await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`);
  const listed = answer.as(deskDocumentListSchema).documents.find((document) => document.id === id);
  return listed?.readings[0]?.downloadedAt;
};

describeWithScanner('documents are encrypted at rest (B3)', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  afterAll(() => house.stop());

  it('so that no file of the house holds a word of them, the database included', async () => {
    const words = randomBytes(24).toString('hex');
    const { id } = await published(pdfOf(`The purchase price is ${words}`));
    expect((await download(id)).bytes.toString()).toContain(words);
    expect(await filesHolding(house, Buffer.from(words))).toEqual([]);
  });

  it('already while they arrive', async () => {
    const words = Buffer.from(randomBytes(24).toString('hex'));
    const line = openLine(house, `POST /api/portal/dossiers/${own.dossier.id}/documents`, {
      ...cookieOf(own.anna.portal),
      'Content-Type': 'application/octet-stream',
      'X-File-Name': 'long.pdf',
      'Content-Length': '3000000',
    });
    line.say(Buffer.concat([words, Buffer.alloc(2_000_000)]));
    const spool = spoolOf(house);
    await whenFolder(spool, (files) =>
      files.some((name) => readFileSync(path.join(spool, name)).length > FRAME),
    );
    expect(await filesHolding(house, words)).toEqual([]);
    line.cut();
    await whenFolder(spool, (files) => files.length === 0);
  });

  it('each under a key of its own, which stands nowhere as it is', async () => {
    const [one, other] = [await published(), await published()];
    const rows: { wrapped_key: string; key_id: string }[] = await documents()
      .whereIn('document_id', [one.id, other.id])
      .select('wrapped_key', 'key_id');
    expect(rows.map((row) => row.key_id)).toEqual(['tests', 'tests']);
    expect(new Set(rows.map((row) => row.wrapped_key)).size).toBe(2);
    expect((await one.file.read()).equals(await other.file.read())).toBe(false);
  });

  it('and come out with their exact length, and to be kept by no cache', async () => {
    const { id } = await published();
    for (const method of ['GET', 'HEAD']) {
      const answer = await own.anna.portal.send(method, `/documents/${id}/download`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-length')).toBe(String(LONG.length));
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.bytes.equals(method === 'GET' ? LONG : Buffer.alloc(0))).toBe(true);
    }
  });

  it.each([
    ['changed at its beginning', flip(20)],
    ['changed in its first part', flip(2_000)],
    ['emptied', cut(0)],
    ['cut in its first part', cut(5_000)],
  ])('a file that was %s is refused, by name, and nothing of it is sent', async (_how, damage) => {
    const { id, file } = await published();
    await file.change(damage);
    for (const what of ['view', 'download'])
      for (const who of [own.anna.portal, own.jan.desk]) {
        const answer = await who.get(`/documents/${id}/${what}`);
        expect([answer.status, answer.error.code]).toEqual([500, 'file-damaged']);
      }
    expect(await downloadedAt(id)).toBeNull();
  });

  it.each([
    ['changed later on', flip(3 * FRAME)],
    ['changed in its last byte', flip(-1)],
    ['cut in the middle', cut(2 * FRAME + 9)],
    ['cut by its last byte', cut(-1)],
    ['grown', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(50_000)])],
  ])(
    'a file that was %s is refused or ends with a broken line, and was not downloaded',
    async (_how, damage) => {
      const { id, file } = await published();
      await file.change(damage);
      const got = await readLine(id);
      expect(got).toMatchObject({ whole: false });
      expect(got.bytes).toBeLessThan(LONG.length);
      expect(await downloadedAt(id)).toBeNull();
    },
  );

  it('a file put in the place of another is refused, its own key or not', async () => {
    const [one, other] = [await published(), await published()];
    const theirBytes = await other.file.read();
    await one.file.change(() => theirBytes);
    expect((await download(one.id)).error.code).toBe('file-damaged');
    const theirs = await rowOf(other.id).first<object>('wrapped_key', 'key_id');
    await rowOf(one.id).update(theirs);
    expect((await download(one.id)).error.code).toBe('file-damaged');
    expect((await download(other.id)).bytes.equals(LONG)).toBe(true);
  });

  it('a document moved to another dossier in the database opens no more', async () => {
    const { id } = await published();
    const second = await givenCase(house);
    const dossier = await house.strapi.db
      .connection('dossiers')
      .where({ document_id: second.dossier.id })
      .first<{ id: number }>('id');
    await rowOf(id).update({ dossier_id: dossier.id });
    const answer = await second.anna.portal.get(`/documents/${id}/download`);
    expect([answer.status, answer.error.code]).toEqual([500, 'file-damaged']);
  });

  it('a document whose key was deleted is gone, wherever copies of its file lie', async () => {
    const { id, file } = await published();
    const backup = await file.read();
    await rowOf(id).update({ wrapped_key: null, key_id: null });
    const answer = await download(id);
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    // The firm's keys are all still there; the file names none that opens it.
    const { open } = await import('../../src/vault/sealed');
    const { firmKeys } = await import('../../src/vault');
    for (const { keyring } of firmKeys())
      await expect(open({ document: id, dossier: own.dossier.id }, keyring, backup)).rejects.toMatchObject(
        {},
      );
  });
});
