import { randomBytes } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import path from 'node:path';
import { attachmentSchema, documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { uploadListSchema } from '../../src/contract/upload';
import { givenDossier, pdfOf, portal, startStrapi, type Browser, type House } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { filesHolding, keptFiles, spoolOf, whenFolder } from '../document/on-disk';
import { cookieOf, openLine } from '../http/raw';
import { describeWithClamd, startClamd, type Clamd } from '../plugins/virus-scan/clamd';
import { startNode } from './node';
import { begin, idIn, partHeaders, receivedOf, sendPart, type Told } from './tus';

const LIMITS = { streamLimit: '20M', scanLimit: '80M' };
const SECRET = Buffer.from('The purchase price is secret.');
const LONG = pdfOf(Buffer.concat([SECRET, randomBytes(3_000_000)]));
const HALF = LONG.length / 2;

let folder: string;
let clamd: Clamd;
let house: House;
let own: Case;
let anna: Browser;

const table = (name: string) => house.strapi.db.connection(name);
const begun = async (told: Partial<Told> = {}, who = anna): Promise<string> =>
  idIn(await begin(who, own.dossier, { size: LONG.length, ...told }));
const halfSent = async (told: Partial<Told> = {}): Promise<string> => {
  const id = await begun(told);
  expect((await sendPart(anna, id, 0, LONG.subarray(0, HALF))).status).toBe(204);
  return id;
};
const finish = (id: string, who = anna) => sendPart(who, id, HALF, LONG.subarray(HALF));
const download = async (id: string): Promise<Buffer> => (await anna.get(`/documents/${id}/download`)).bytes;
const published = () => table('proof_events').where({ kind: 'published' }).select('id');
const allDocuments = (): Promise<unknown[]> => table('documents').select('id');
/** In this test's own dossier. */
const documents = async () => (await anna.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).documents;
const leftOver = () =>
  Promise.all([table('uploads').whereNull('result').select('id'), table('upload_parts').select('id')]);

describeWithClamd('a file that comes in parts', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? '/tmp', 'c-'));
    clamd = await startClamd(LIMITS, folder);
    house = await startStrapi({ CLAMD_SOCKET: clamd.settings.socket, CLAMD_HOST: '' });
    house.strapi.log.level = 'silent';
    own = await givenCase(house);
    anna = own.anna.portal;
  });
  beforeEach(async () => {
    own = { ...own, dossier: await givenDossier(own.jan, own.anna.client) };
  });
  afterAll(async () => {
    await house.stop();
    await clamd.stop();
  });

  /** Nothing is under way, and every file in the store is a document. */
  const expectNothingLeft = async (): Promise<void> => {
    expect(await leftOver()).toEqual([[], []]);
    expect(await keptFiles(house)).toHaveLength((await allDocuments()).length);
  };

  it('is one document when its last byte is there, answered as the upload in one request is', async () => {
    const before = (await published()).length;
    const id = await halfSent();
    expect(await documents()).toHaveLength(0);
    expect(await receivedOf(anna, id)).toBe(HALF);
    const answer = await finish(id);
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([201, String(LONG.length)]);
    const view = answer.as(documentViewSchema);
    expect(view).toMatchObject({ name: 'deed.pdf', size: LONG.length, shelf: 'provided', unread: false });
    expect((await download(view.id)).equals(LONG)).toBe(true);
    expect(await published()).toHaveLength(before + 1);
    await expectNothingLeft();
  });

  it('goes with a message where it was sent for one, and only then', async () => {
    const id = await halfSent({ way: 'message' });
    const attachment = (await finish(id)).as(attachmentSchema);
    const sent = await write(anna, own.dossier, { attachmentIds: [attachment.id] });
    expect(sent.status).toBe(201);
    expect((await download(attachment.id)).equals(LONG)).toBe(true);
    await expectNothingLeft();
  });

  it('lies sealed on the disk while it is not whole, and the check of all files knows whose it is', async () => {
    const id = await halfSent();
    expect((await keptFiles(house)).length).toBeGreaterThan((await allDocuments()).length);
    expect(await filesHolding(house, SECRET)).toEqual([]);
    expect(await filesHolding(house, LONG.subarray(HALF - 16, HALF))).toEqual([]);
    await anna.delete(`/uploads/${id}`);
    await expectNothingLeft();
  });

  it('keeps what had come when the line was cut, and goes on from there', async () => {
    const id = await begun();
    const spool = spoolOf(house);
    const headers = { ...cookieOf(anna), ...partHeaders(0), 'Content-Length': String(LONG.length) };
    const line = openLine(house, `PATCH /api/portal/uploads/${id}`, headers);
    line.say(LONG.subarray(0, HALF));
    await whenFolder(spool, (files) =>
      files.some(
        (file) => (statSync(path.join(spool, file), { throwIfNoEntry: false })?.size ?? 0) > 500_000,
      ),
    );
    line.cut();
    let received = await receivedOf(anna, id);
    while (received === 0) received = await receivedOf(anna, id);
    const from = Number(received);
    expect(from).toBeGreaterThan(400_000);
    expect(from).toBeLessThanOrEqual(HALF);
    const view = (await sendPart(anna, id, from, LONG.subarray(from))).as(documentViewSchema);
    expect((await download(view.id)).equals(LONG)).toBe(true);
    await expectNothingLeft();
  });

  it('takes no bytes at the wrong place, and none beyond its end', async () => {
    const id = await halfSent();
    for (const from of [0, HALF - 1, HALF + 1]) {
      const answer = await sendPart(anna, id, from, LONG.subarray(0, 10));
      expect([answer.status, answer.error.code]).toEqual([409, 'offset-conflict']);
    }
    const over = await sendPart(anna, id, HALF, Buffer.concat([LONG.subarray(HALF), Buffer.from('more')]));
    expect([over.status, over.error.code]).toEqual([413, 'too-large']);
    expect(await receivedOf(anna, id)).toBe(HALF);
    expect((await finish(id)).status).toBe(201);
    await expectNothingLeft();
  });

  it('takes one of two parts that come at the same time for the same place', async () => {
    const id = await begun();
    const parts = [LONG.subarray(0, HALF), LONG.subarray(0, HALF), LONG.subarray(0, 700_000)];
    const answers = await Promise.all(parts.map((part) => sendPart(anna, id, 0, part)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(await table('upload_parts').select('id')).toHaveLength(1);
    const from = Number(await receivedOf(anna, id));
    const view = (await sendPart(anna, id, from, LONG.subarray(from))).as(documentViewSchema);
    expect((await download(view.id)).equals(LONG)).toBe(true);
    await expectNothingLeft();
  });

  it('is no document twice, however often its end is asked for, also when the answer was lost', async () => {
    const id = await halfSent();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => finish(id)));
    const statuses = [first, ...others].map((answer) => answer?.status);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => [201, 409, 413, 423].includes(status ?? 0))).toBe(true);
    const again = (await sendPart(anna, id, LONG.length)).as(documentViewSchema);
    expect(await receivedOf(anna, id)).toBe(LONG.length);
    expect(await documents()).toHaveLength(1);
    expect((await download(again.id)).equals(LONG)).toBe(true);
    const listed = await anna.get(`/dossiers/${own.dossier.id}/uploads?for=dossier`);
    expect(listed.json).toEqual({ uploads: [] });
    expect((await anna.delete(`/uploads/${id}`)).status).toBe(404);
    await expectNothingLeft();
  });

  it('waits for who has to sign in again, and is found by its name and its date', async () => {
    const id = await halfSent({ name: 'C:\\Temp\\De\u202eed.pdf', modified: 1_700_000_000_123 });
    await anna.delete('/session');
    const refused = await finish(id);
    expect([refused.status, refused.error.code]).toEqual([401, 'not-signed-in']);
    await anna.post('/session', { userName: own.anna.email, password: own.anna.password });
    const { uploads } = (await anna.get(`/dossiers/${own.dossier.id}/uploads?for=dossier`)).as(
      uploadListSchema,
    );
    expect(uploads).toMatchObject([
      { id, name: 'Deed.pdf', size: LONG.length, received: HALF, modified: 1_700_000_000_123 },
    ]);
    expect((await anna.get(`/dossiers/${own.dossier.id}/uploads?for=message`)).json).toEqual({ uploads: [] });
    expect((await finish(id)).status).toBe(201);
  });

  it('is not taken any more where the dossier was closed meanwhile, and is removed', async () => {
    const id = await halfSent();
    await own.jan.desk.patch(`/dossiers/${own.dossier.id}`, { status: 'closed' });
    expect((await finish(id)).error.code).toBe('dossier-closed');
    expect(await receivedOf(anna, id)).toBe('refused with 404');
    await expectNothingLeft();
  });

  it('is kept while the scanner is away, and need not be sent again', async () => {
    const id = await halfSent();
    await clamd.stop();
    const answer = await finish(id);
    expect([answer.status, answer.error.code]).toEqual([503, 'scanner-unavailable']);
    expect(await documents()).toHaveLength(0);
    expect(await receivedOf(anna, id)).toBe(LONG.length);
    clamd = await startClamd(LIMITS, folder);
    const view = (await sendPart(anna, id, LONG.length)).as(documentViewSchema);
    expect((await download(view.id)).equals(LONG)).toBe(true);
    await expectNothingLeft();
  });

  it('goes on at another node of the same firm, also when the first has died', async () => {
    const other = await startNode();
    const there = portal(other.baseUrl, cookieOf(anna));
    const id = await begun({}, there);
    const third = Math.floor(LONG.length / 3);
    const race = await Promise.all([anna, there].map((who) => sendPart(who, id, 0, LONG.subarray(0, third))));
    expect(race.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await sendPart(there, id, third, LONG.subarray(third, HALF))).status).toBe(204);
    await other.kill();
    const view = (await finish(id)).as(documentViewSchema);
    expect((await download(view.id)).equals(LONG)).toBe(true);
    await expectNothingLeft();
  });
});
