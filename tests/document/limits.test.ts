import { documentViewSchema, refusedUploadListSchema } from '../../src/contract/document';
import { deskDossierSchema, dossierViewSchema } from '../../src/contract/dossier';
import { firmSettingsSchema, type FirmSettingsChange } from '../../src/contract/firm-settings';
import type { Answer, Browser, House } from '../support';
import { describeWithScanner, givenAdministrator, givenSettings, PDF, pdfOf, startStrapi } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { keptFiles } from './on-disk';

const MEGABYTE = 1_000_000;
const DEFAULTS = firmSettingsSchema.parse({});

let house: House;
let own: Case;

const choose = (change: FirmSettingsChange) => givenSettings(house, change);
const send = (where: string, content: Uint8Array, who: Browser = own.anna.portal): Promise<Answer> =>
  who.upload(`/dossiers/${own.dossier.id}/${where}`, 'deed.pdf', content);
const attempts = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(refusedUploadListSchema)
    .refusals;
const said = ({ status, error }: Answer) => [status, error.code];
const rulesOfClient = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);

/** The dossier holds so many bytes already, of which none is on the disk. */
const fill = async (bytes: number): Promise<void> => {
  const { id } = (await send('documents', PDF)).as(documentViewSchema);
  await house.strapi.db.connection('documents').where({ document_id: id }).update({ size: bytes });
};

describeWithScanner('the limits of the firm', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterEach(async () => {
    const { fileTypes, fileMegabytes, filesPerMessage, dossierGigabytes, clientUploads } = DEFAULTS;
    await choose({ fileTypes, fileMegabytes, filesPerMessage, dossierGigabytes, clientUploads });
    await house.strapi.db.connection('documents').delete();
  });
  afterAll(() => house.stop());

  it('are told to both sides before a file is chosen', async () => {
    await choose({ fileTypes: ['pdf', 'docx'], fileMegabytes: 3, filesPerMessage: 2 });
    const rules = { fileTypes: ['pdf', 'docx'], maxBytes: 3 * MEGABYTE, filesPerMessage: 2 };
    expect((await rulesOfClient()).uploadRules).toEqual(rules);
    const desk = (await own.jan.desk.get(`/dossiers/${own.dossier.id}`)).as(deskDossierSchema);
    expect(desk.uploadRules).toEqual(rules);
  });

  it('cannot be larger than what this installation scans', async () => {
    const { desk } = await givenAdministrator(house);
    const answer = await desk.patch('/settings', { fileMegabytes: 210 });
    expect([...said(answer), answer.error.fields]).toEqual([400, 'invalid-input', ['fileMegabytes']]);
  });

  it('a file over the size is refused with the size, at each door, and staff see the attempt', async () => {
    await choose({ fileMegabytes: 1 });
    const [kept, large] = [await keptFiles(house), pdfOf(Buffer.alloc(MEGABYTE))];
    for (const [who, where] of [
      [own.anna.portal, 'documents'],
      [own.anna.portal, 'attachments'],
      [own.jan.desk, 'documents?shelf=documents'],
      [own.jan.desk, 'attachments'],
    ] as const) {
      const answer = await send(where, large, who);
      expect([...said(answer), answer.error.megabytes]).toEqual([413, 'too-large', 1]);
      expect(answer.error.message).toMatch(/larger than 1 MB|groter dan 1 MB/);
      expect((await attempts())[0]).toMatchObject({ reason: 'too-large', size: large.length });
    }
    expect(await keptFiles(house)).toEqual(kept);
    expect((await send('documents', large.subarray(0, MEGABYTE))).status).toBe(201);
  });

  it('more files than a message takes are refused with all of it, and each can be sent with another', async () => {
    await choose({ filesPerMessage: 1 });
    for (const who of [own.anna.portal, own.jan.desk]) {
      const ids: string[] = [];
      for (let n = 0; n < 2; n += 1)
        ids.push(((await send('attachments', PDF, who)).json as { id: string }).id);
      const refused = await write(who, own.dossier, { attachmentIds: ids });
      expect([...said(refused), refused.error.max]).toEqual([422, 'too-many-files', 1]);
      for (const id of ids) expect((await write(who, own.dossier, { attachmentIds: [id] })).status).toBe(201);
    }
  });

  it('a full dossier takes no more, from neither side, before a byte was read', async () => {
    await choose({ dossierGigabytes: 1 });
    await fill(1000 * MEGABYTE - PDF.length);
    expect((await send('attachments', PDF)).status).toBe(201);
    expect(said(await send('documents', PDF))).toEqual([409, 'dossier-full']);
    expect(said(await send('documents?shelf=documents', PDF, own.jan.desk))).toEqual([409, 'dossier-full']);
    expect((await attempts())[0]).toMatchObject({ reason: 'dossier-full', actor: own.jan.name });
  });

  it('of files that come at the same time and do not all fit, one is taken and nothing is left of the others', async () => {
    await choose({ dossierGigabytes: 1 });
    await fill(1000 * MEGABYTE - PDF.length);
    const before = (await keptFiles(house)).length;
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('attachments', PDF)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await keptFiles(house)).toHaveLength(before + 1);
  });

  it('what a client took back makes room again', async () => {
    await choose({ dossierGigabytes: 1 });
    const { id } = (await send('documents', PDF)).as(documentViewSchema);
    await house.strapi.db.connection('documents').update({ size: 1000 * MEGABYTE });
    expect(said(await send('documents', PDF))).toEqual([409, 'dossier-full']);
    expect((await own.anna.portal.delete(`/documents/${id}`)).status).toBe(204);
    expect((await send('documents', PDF)).status).toBe(201);
  });

  it('where files come with messages only, a client is told so, and staff publish as ever (R67)', async () => {
    expect((await rulesOfClient()).abilities.upload).toBe(true);
    await choose({ clientUploads: 'messages' });
    expect((await rulesOfClient()).abilities).toEqual({ upload: false, write: true });
    expect(said(await send('documents', PDF))).toEqual([409, 'message-needed']);
    expect((await send('attachments', PDF)).status).toBe(201);
    expect((await send('documents?shelf=documents', PDF, own.jan.desk)).status).toBe(201);
  });
});
