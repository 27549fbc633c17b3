import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { House } from '../support';
import { describeWithScanner, givenDocument, startStrapi } from '../support';
import { proofPageSchema } from '../../src/contract/proof';
import { givenCase, type Case } from '../access/case';
import { CORRECTED, replace, sha256 } from '../document/replacement';

let house: House;
let own: Case;
let folder: string;
let turn = 0;

const ROOT = path.resolve(__dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts/proof.mjs');

/** The command as people call it: what it said, and its exit code. */
const proof = async (...args: string[]): Promise<{ code: number; said: string }> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
    return { code: 0, said: stdout };
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error);
    return { code: failed.code, said: failed.stdout + failed.stderr };
  }
};

/** Waited for without holding up the house, which runs in this very process. */
const program = async (name: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(name, args)).stdout;

/** The export of the dossier, unpacked in a folder of its own. */
const exported = async (language = 'en', { jan, dossier }: Case = own) => {
  const answer = await jan.desk.get(`/dossiers/${dossier.id}/proof/export?language=${language}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const into = path.join(folder, String((turn += 1)));
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, 'proof.zip'), answer.bytes);
  await program('python3', '-m', 'zipfile', '-e', path.join(into, 'proof.zip'), into);
  return {
    json: path.join(into, 'proof.json'),
    pdf: path.join(into, 'proof.pdf'),
    key: path.join(into, 'public-key.pem'),
  };
};

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not there to be changed`);
  writeFileSync(file, text.replace(from, to));
};

describeWithScanner('the export of a proof log (B1)', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    folder = path.join(house.folder, 'exports');
    const { jan, anna, dossier } = own;
    const deed = await givenDocument(jan, dossier, { name: 'Größe “Şarkı” акт.pdf' });
    await house.inbox.next(anna.email);
    await anna.portal.get(`/documents/${deed.id}/view`);
    const wrong = await givenDocument(jan, dossier, { name: 'Wrong.pdf' });
    await house.inbox.next(anna.email);
    await jan.desk.post(`/documents/${wrong.id}/withdrawal`);
  });
  afterAll(() => house.stop());

  it('is found whole by one command, without database and server', async () => {
    const { json, pdf, key } = await exported();
    const { code, said } = await proof('verify', json, pdf, '--key', key);
    expect(said).toMatch(/^Whole: \d events of .*in one unbroken chain/);
    expect(said).toContain('Unchanged since then: proof.pdf');
    expect(said).toContain('Signed by the key that you gave');
    expect(code).toBe(0);
  });

  it('says without a key that it cannot know whose it is', async () => {
    const { code, said } = await proof('verify', (await exported()).json);
    expect([code, said.includes('cannot say whose key that is')]).toEqual([0, true]);
  });

  it('is told from one that another key has signed', async () => {
    const { json, key } = await exported();
    const other = path.join(folder, 'other.pem');
    await program('openssl', 'genpkey', '-algorithm', 'ed25519', '-out', `${other}.private`);
    await program('openssl', 'pkey', '-in', `${other}.private`, '-pubout', '-out', other);
    const { code, said } = await proof('verify', json, '--key', other);
    expect([code, said.includes('signed by another key')]).toEqual([1, true]);
    expect((await proof('verify', json, '--key', key)).code).toBe(0);
  });

  it('shows every single bit that was turned', async () => {
    const { json } = await exported();
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(__dirname, 'flip-each-bit.mjs'),
      json,
    ]);
    const { bytes, unnoticed } = z
      .object({ bytes: z.number(), unnoticed: z.array(z.string()) })
      .parse(JSON.parse(stdout));
    expect(bytes).toBeGreaterThan(1000);
    expect(unnoticed).toEqual([]);
  });

  it('shows a PDF in which a bit was turned, and one of another export', async () => {
    const first = await exported();
    const bytes = readFileSync(first.pdf);
    bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1;
    writeFileSync(first.pdf, bytes);
    const { code, said } = await proof('verify', first.json);
    expect([code, said.includes('proof.pdf is not the file')]).toEqual([1, true]);
    const second = await exported();
    expect((await proof('verify', first.json, second.pdf)).code).toBe(1);
  });

  it('says in a sentence what is wrong, and where', async () => {
    const { json } = await exported();
    change(json, 'Wrong.pdf', 'Right.pdf');
    const { code, said } = await proof('verify', json);
    expect([code, said]).toEqual([1, expect.stringContaining('BROKEN: The signature does not fit')]);
    expect((await proof('verify', path.join(folder, 'nowhere.json'))).said).toContain('There is no file');
    expect((await proof()).code).not.toBe(0);
    const zip = path.join(folder, 'proof.zip');
    writeFileSync(zip, 'PK\u0003\u0004');
    const packed = (await proof('verify', zip)).said;
    expect([packed.includes('is still packed'), packed.includes('BROKEN')]).toEqual([true, false]);
  });

  it.each([
    ['en', 'Proof log of dossier', 'withdrew the document. Before that it had not been opened'],
    ['nl', 'Bewijslogboek van dossier', 'heeft het document ingetrokken. Daarvóór'],
    ['de', 'Nachweisprotokoll der Akte', 'hat das Dokument zurückgezogen. Zuvor'],
  ])('is a tagged PDF that reads itself out in %s', async (language, title, sentence) => {
    const { pdf } = await exported(language);
    const facts = await program('pdfinfo', pdf);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toContain(title);
    await program('qpdf', '--check', pdf);
    const text = (await program('pdftotext', pdf, '-')).replace(/\s+/g, ' ');
    const { stdout: structure, stderr } = await promisify(execFile)('pdfinfo', ['-struct-text', pdf]);
    expect(stderr).toBe('');
    expect(text).toContain(title);
    expect(text).toContain(sentence);
    for (const word of ['H1', 'H2', 'Table', 'TH', 'TD', 'Größe “Şarkı” акт.pdf'])
      expect(structure).toContain(word);
    expect(await program('pdffonts', pdf)).toMatch(/DejaVuSans.*yes yes yes/);
  });

  it('tells what took the place of what, by its hash, in the PDF, in the JSON and to who checks it', async () => {
    const other = await givenCase(house);
    const { id } = await givenDocument(other.jan, other.dossier, { name: 'Deed.pdf' });
    await other.anna.portal.get(`/documents/${id}/view`);
    expect((await replace(other.jan.desk, id)).status).toBe(201);
    const { json, pdf } = await exported('en', other);
    const { code, said } = await proof('verify', json, pdf);
    const hash = sha256(CORRECTED);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`Replaced: "Deed.pdf" by "Corrected deed.pdf" (SHA-256 ${hash}), 20`),
    ]);
    // The layout may break a hash anywhere.
    const text = (await program('pdftotext', pdf, '-')).replace(/\s+/g, '');
    expect(text).toContain(`withtheSHA-256${hash}.Beforethatithadbeenopened`);
    expect(text).toContain('Replacedon');
    const page = (await other.jan.desk.get(`/dossiers/${other.dossier.id}/proof`)).as(proofPageSchema);
    const successors = page.events.map(({ kind, successor }) => [kind, successor]);
    expect(successors.filter(([, successor]) => successor !== null)).toEqual([['replaced', hash]]);
  });

  it('of a dossier in which nothing happened is whole too', async () => {
    const empty = await givenCase(house);
    const answer = await empty.jan.desk.get(`/dossiers/${empty.dossier.id}/proof/export`);
    expect(answer.status).toBe(200);
    const page = await empty.jan.desk.get(`/dossiers/${empty.dossier.id}/proof`);
    expect(page.json).toEqual({ events: [], next: null });
  });

  it('has its live counterpart: the chains of the database are checked by a command too', async () => {
    const { code, said } = await proof('check');
    expect([code, said]).toEqual([0, expect.stringMatching(/^Whole: \d+ chains/m)]);
    const { connection } = house.strapi.db;
    await connection('proof_chains').where({ scope: own.dossier.id }).increment('seq', 1);
    const broken = await proof('check');
    expect([broken.code, broken.said]).toEqual([1, expect.stringContaining('The chain ends at event')]);
    await connection('proof_chains').where({ scope: own.dossier.id }).decrement('seq', 1);
  });
});
