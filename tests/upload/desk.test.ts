import { statSync } from 'node:fs';
import path from 'node:path';
import { attachmentSchema, deskDocumentSchema, refusedUploadListSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { uploadListSchema, UPLOADS_MAX } from '../../src/contract/upload';
import {
  authorizationOf,
  describeWithScanner,
  EICAR,
  startStrapi,
  type Browser,
  type House,
} from '../support';
import { givenCase, write, type Case } from '../access/case';
import { filesHolding, spoolOf, whenFolder } from '../document/on-disk';
import { openLine } from '../http/raw';
import { begun, expectNothingLeft, HALF, halfSent, LONG, SECRET, sendRest, sweepUploads } from './half-sent';
import { begin, partHeaders, receivedOf, sendPart } from './tus';

let house: House;
let own: Case;
let jan: Browser;

const table = (name: string) => house.strapi.db.connection(name);
const documents = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).documents;
const download = async (id: string) => (await jan.get(`/documents/${id}/download`)).bytes;

describeWithScanner('a file that staff send in parts', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
    jan = own.jan.desk;
  });
  afterAll(() => house.stop());

  it('is published when its last byte is there, once, under the tab that was chosen', async () => {
    const id = await halfSent(jan, own.dossier, { way: 'correspondence' });
    expect(await documents()).toEqual([]);
    expect(await filesHolding(house, SECRET)).toEqual([]);
    const published = (await sendRest(jan, id)).as(deskDocumentSchema);
    expect(published).toMatchObject({ shelf: 'correspondence', author: own.jan.name, byClient: false });
    expect((await sendPart(jan, id, LONG.length)).as(deskDocumentSchema).id).toBe(published.id);
    expect(await documents()).toMatchObject([{ id: published.id, unread: true, size: LONG.length }]);
    expect((await download(published.id)).equals(LONG)).toBe(true);
    expect((await house.inbox.next(own.anna.email)).subject).toContain('new document');
    expect(await table('proof_events').where({ kind: 'published', actor_name: own.jan.name })).toHaveLength(
      1,
    );
    await expectNothingLeft(house);
  });

  it('goes with a message where it was sent for one, and is the client’s only then', async () => {
    const id = await halfSent(jan, own.dossier, { way: 'message' });
    const attachment = (await sendRest(jan, id)).as(attachmentSchema);
    const sent = await write(jan, own.dossier, { attachmentIds: [attachment.id] });
    expect(sent.status).toBe(201);
    const { bytes } = await own.anna.portal.get(`/documents/${attachment.id}/download`);
    expect(bytes.equals(LONG)).toBe(true);
  });

  it('keeps what had come when the line was cut, is found again by name and date, and goes on', async () => {
    const id = await begun(jan, own.dossier, { name: 'Deed.pdf', modified: 1_700_000_000_123 });
    const Authorization = await authorizationOf(house, own.jan.email, own.jan.password);
    const headers = { Authorization, ...partHeaders(0), 'Content-Length': String(LONG.length) };
    const spool = spoolOf(house);
    const line = openLine(house, `PATCH /desk/uploads/${id}`, headers);
    line.say(LONG.subarray(0, HALF));
    await whenFolder(spool, (files) =>
      files.some(
        (file) => (statSync(path.join(spool, file), { throwIfNoEntry: false })?.size ?? 0) > 500_000,
      ),
    );
    line.cut();
    let received = await receivedOf(jan, id);
    while (received === 0) received = await receivedOf(jan, id);
    const { uploads } = (await jan.get(`/dossiers/${own.dossier.id}/uploads?for=documents`)).as(
      uploadListSchema,
    );
    expect(uploads).toMatchObject([{ id, name: 'Deed.pdf', received, modified: 1_700_000_000_123 }]);
    expect((await jan.get(`/dossiers/${own.dossier.id}/uploads?for=message`)).json).toEqual({ uploads: [] });
    const published = (await sendPart(jan, id, Number(received), LONG.subarray(Number(received)))).as(
      deskDocumentSchema,
    );
    expect((await download(published.id)).equals(LONG)).toBe(true);
  });

  it('is there for a day, and then it is gone with its parts', async () => {
    const id = await halfSent(jan, own.dossier);
    await table('uploads').update({ expires_at: new Date(Date.now() - 1) });
    expect(await receivedOf(jan, id)).toBe('refused with 404');
    expect((await sendRest(jan, id)).error.code).toBe('not-found');
    await sweepUploads(house, new Date());
    await expectNothingLeft(house);
  });

  it('is removed at once where it is infected, and the attempt is kept under the name of who sent it', async () => {
    const virus = Buffer.from(EICAR);
    const id = await begun(jan, own.dossier, { size: virus.length, name: 'bank.txt' });
    expect((await sendPart(jan, id, 0, virus.subarray(0, 30))).status).toBe(204);
    const answer = await sendPart(jan, id, 30, virus.subarray(30));
    expect([answer.status, answer.error.code]).toEqual([422, 'file-infected']);
    const { refusals } = (await jan.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(
      refusedUploadListSchema,
    );
    expect(refusals).toMatchObject([{ reason: 'infected', name: 'bank.txt', actor: own.jan.name }]);
    await expectNothingLeft(house);
  });

  it('takes the place of one: staff have so many at most, and another site’s page begins none', async () => {
    await begun(jan, own.dossier, { size: 10 });
    const { id: _id, ...row } = (await table('uploads').first()) as Record<string, unknown>;
    const others = Array.from({ length: UPLOADS_MAX - 1 }, (_none, n) => ({
      ...row,
      document_id: String(n).padStart(24, 'u'),
    }));
    await house.strapi.db.connection.batchInsert('uploads', others, 20);
    const told = { size: 10, way: 'documents' } as const;
    expect((await begin(jan, own.dossier, told)).error.code).toBe('too-many-uploads');
    const foreign = await begin(jan, own.dossier, told, { origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.error.code]).toEqual([403, 'foreign-origin']);
    expect((await begin(jan, own.dossier, { size: 10, way: 'dossier' })).error.code).toBe('invalid-input');
    expect(await documents()).toEqual([]);
  });
});
