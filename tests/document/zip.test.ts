import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { deskDocumentListSchema } from '../../src/contract/document';
import {
  describeWithScanner,
  givenDocument,
  PDF,
  pdfOf,
  startStrapi,
  type Answer,
  type House,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf } from '../http/raw';
import { storedFile } from '../storage/store';

const program = promisify(execFile);

let house: House;
let own: Case;

const zip = (which = 'all'): Promise<Answer> =>
  own.anna.portal.get(`/dossiers/${own.dossier.id}/zip?which=${which}`);

/** Unpacks by a program that is not ours, and checks the hashes as a reader would. */
const unpacked = async ({ bytes }: Answer): Promise<Map<string, Buffer>> => {
  const folder = mkdtempSync(path.join(house.folder, 'zip-'));
  writeFileSync(path.join(folder, 'all.zip'), bytes);
  const into = path.join(folder, 'into');
  await program('python3', ['-m', 'zipfile', '-e', path.join(folder, 'all.zip'), into]);
  if (existsSync('/usr/bin/sha256sum') && readdirSync(into).length > 1)
    await program('sha256sum', ['--strict', '-c', 'SHA-256.txt'], { cwd: into });
  return new Map(readdirSync(into).map((name) => [name, readFileSync(path.join(into, name))]));
};

const downloaded = async (): Promise<string[]> => {
  const answer = await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`);
  const { documents } = answer.as(deskDocumentListSchema);
  return documents.filter(({ readings }) => readings.some((one) => one.downloadedAt)).map(({ name }) => name);
};
const give = (name: string, content: Buffer = PDF): Promise<{ id: string }> =>
  givenDocument(own.jan, own.dossier, { name, content });
const cut = async ({ id }: { id: string }, length: number): Promise<void> =>
  (await storedFile(house, id)).change((bytes) => bytes.subarray(0, length));

const withdraw = (id: string): Promise<Answer> => own.jan.desk.post(`/documents/${id}/withdrawal`);

/** What arrives of a zip, and whether it came to its end. */
const readLine = async (): Promise<{ bytes: Buffer; whole: boolean }> => {
  const parts: Uint8Array[] = [];
  try {
    const address = `${house.baseUrl}/api/portal/dossiers/${own.dossier.id}/zip?which=all`;
    const { body } = await fetch(address, { headers: cookieOf(own.anna.portal) });
    const reader = body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      parts.push(part.value);
    return { bytes: Buffer.concat(parts), whole: true };
  } catch {
    return { bytes: Buffer.concat(parts), whole: false };
  }
};

describeWithScanner('a zip of a dossier', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('holds every document under a name of its own, with its hash, and each counts as downloaded (R62)', async () => {
    const long = pdfOf(randomBytes(700_000));
    await give('Deed.pdf', long);
    await give('deed.PDF');
    await give('Deed.pdf', Buffer.from('%PDF-1.7 third'));
    await give('A: what? <next>.pdf');
    await give('SHA-256.txt', Buffer.from('not the list'));
    await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'Ürün 契約.txt', 'mine');
    const answer = await zip();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(answer.headers.get('content-disposition')).toContain(`${own.dossier.number}.zip`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const files = await unpacked(answer);
    expect([...files.keys()].sort()).toEqual(
      [
        'A_ what_ _next_.pdf',
        'Deed (3).pdf',
        'Deed.pdf',
        'SHA-256 (2).txt',
        'SHA-256.txt',
        'deed (2).PDF',
        'Ürün 契約.txt',
      ].sort(),
    );
    expect(files.get('Deed (3).pdf')?.equals(long)).toBe(true);
    expect(files.get('Ürün 契約.txt')?.toString()).toBe('mine');
    expect(await downloaded()).toHaveLength(5);
  });

  it('of what is unread holds nothing else, and what it held is read', async () => {
    const { id } = await give('Seen.pdf');
    await own.anna.portal.get(`/documents/${id}/view`);
    await give('New.pdf');
    expect([...(await unpacked(await zip('unread'))).keys()].sort()).toEqual(['New.pdf', 'SHA-256.txt']);
    expect(await downloaded()).toEqual(['New.pdf']);
    const again = await zip('unread');
    expect([again.status, again.error.code]).toEqual([404, 'not-found']);
  });

  it('holds nothing that was withdrawn, and nothing of others', async () => {
    const { id } = await give('Wrong.pdf');
    await give('Right.pdf');
    await withdraw(id);
    expect([...(await unpacked(await zip())).keys()].sort()).toEqual(['Right.pdf', 'SHA-256.txt']);
    const other = await givenCase(house);
    const stranger = await other.anna.portal.get(`/dossiers/${own.dossier.id}/zip?which=all`);
    expect([stranger.status, stranger.error.code]).toEqual([404, 'not-found']);
  });

  it('that only begins to come, by HEAD or ahead of time, counts for nothing', async () => {
    await give('Deed.pdf');
    const address = `/dossiers/${own.dossier.id}/zip?which=all`;
    expect((await own.anna.portal.send('HEAD', address)).status).toBe(200);
    const prefetch = await own.anna.portal.get(address, { 'sec-purpose': 'prefetch' });
    expect([prefetch.status, prefetch.error.code]).toEqual([403, 'not-allowed']);
    expect(await downloaded()).toEqual([]);
  });

  it('with a damaged file is refused or has no end, and what did not arrive does not count', async () => {
    const older = await give('Older.pdf', pdfOf(randomBytes(600_000)));
    const newer = await give('Newer.pdf', pdfOf(randomBytes(600_000)));
    // The newest goes first.
    await cut(older, 300_000);
    const line = await readLine();
    expect(line.whole).toBe(false);
    expect(line.bytes.includes(Buffer.from('SHA-256.txt'))).toBe(false);
    expect(await downloaded()).toEqual(['Newer.pdf']);
    await cut(newer, 5_000);
    const refused = await zip();
    expect([refused.status, refused.error.code]).toEqual([500, 'file-damaged']);
  });

  it('stops at a document that is withdrawn, or with a session that ends, while it goes out', async () => {
    const older = await give('Older.pdf', pdfOf(randomBytes(3_000_000)));
    await give('Newer.pdf', pdfOf(randomBytes(30_000_000)));
    const address = `${house.baseUrl}/api/portal/dossiers/${own.dossier.id}/zip?which=all`;
    const { body } = await fetch(address, { headers: cookieOf(own.anna.portal) });
    const reader = body?.getReader();
    const first = await reader?.read();
    await withdraw(older.id);
    const parts: Uint8Array[] = [first?.value ?? new Uint8Array()];
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      parts.push(part.value);
    const bytes = Buffer.concat(parts);
    expect([bytes.includes('Newer.pdf'), bytes.includes('Older.pdf')]).toEqual([true, false]);

    await give('Newest.pdf', pdfOf(randomBytes(30_000_000)));
    const cut = await fetch(address, { headers: cookieOf(own.anna.portal) });
    const rest = cut.body?.getReader();
    await rest?.read();
    await own.anna.portal.delete('/session');
    const drained = async (): Promise<void> => {
      for (let part = await rest?.read(); part?.done === false;) part = await rest?.read();
    };
    await expect(drained()).rejects.toMatchObject({});
  });
});
