import { randomBytes } from 'node:crypto';
import { attachmentSchema, refusedUploadListSchema } from '../../src/contract/document';
import { uploadViewSchema, UPLOADS_MAX } from '../../src/contract/upload';
import {
  describeWithScanner,
  EICAR,
  givenSettings,
  PDF,
  pdfOf,
  startStrapi,
  type Browser,
  type House,
} from '../support';
import { givenCase, givenSecondAccount, write, type Case } from '../access/case';
import { keptFiles } from '../document/on-disk';
import { begin, idIn, receivedOf, sendPart, TUS } from './tus';

interface Sweep {
  sweepUploads(now: Date): Promise<void>;
  sweepDrafts(now: Date): Promise<void>;
}

const HOUR = 60 * 60_000;
const LONG = pdfOf(randomBytes(100_000));

let house: House;
let own: Case;
let anna: Browser;

const sweep = () => house.strapi.service('api::upload.sweep') as unknown as Sweep;
const table = (name: string) => house.strapi.db.connection(name);
const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR);
const begun = async (size = LONG.length): Promise<string> => idIn(await begin(anna, own.dossier, { size }));
const halfSent = async (): Promise<string> => {
  const id = await begun();
  expect((await sendPart(anna, id, 0, LONG.subarray(0, 50_000))).status).toBe(204);
  return id;
};
const rows = async (): Promise<number[]> =>
  Promise.all(
    ['uploads', 'upload_parts'].map(async (name) => ((await table(name).select('id')) as unknown[]).length),
  );

describeWithScanner('an upload that is not finished', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
    own = await givenCase(house);
    anna = own.anna.portal;
  });
  afterEach(async () => {
    await sweep().sweepUploads(inHours(49));
    await table('documents').delete();
  });
  afterAll(() => house.stop());

  it('is there for a day, and then it is gone with its parts', async () => {
    const before = await keptFiles(house);
    const id = await halfSent();
    const told = (await anna.get(`/uploads/${id}`)).as(uploadViewSchema);
    expect(Date.parse(told.expiresAt) - Date.now()).toBeGreaterThan(23 * HOUR);
    await sweep().sweepUploads(inHours(23));
    expect(await receivedOf(anna, id)).toBe(50_000);
    await table('uploads')
      .where({ document_id: id })
      .update({ expires_at: new Date(Date.now() - 1) });
    expect(await receivedOf(anna, id)).toBe('refused with 404');
    expect((await sendPart(anna, id, 50_000, LONG.subarray(50_000))).error.code).toBe('not-found');
    await sweep().sweepUploads(new Date());
    expect([await rows(), await keptFiles(house)]).toEqual([[0, 0], before]);
  });

  it('of which a part was being stored when the process was killed leaves nothing either', async () => {
    const before = await keptFiles(house);
    const id = await halfSent();
    await table('upload_parts').update({ kept: false });
    await table('uploads').where({ document_id: id }).update({ received: 0 });
    const document = await sendPart(anna, id, 0, LONG);
    expect(document.status).toBe(201);
    expect([(await rows())[1], (await keptFiles(house)).length]).toEqual([0, before.length + 1]);
  });

  it('whose parts the store does not delete is swept again when it does', async () => {
    const before = await keptFiles(house);
    const id = await halfSent();
    const provider = house.strapi.plugin('upload').provider as { delete(file: object): Promise<unknown> };
    const remove = provider.delete.bind(provider);
    provider.delete = () => Promise.reject(new Error('The store is away'));
    const cancelled = await anna.delete(`/uploads/${id}`);
    provider.delete = remove;
    expect(cancelled.status).toBe(204);
    expect(await receivedOf(anna, id)).toBe('refused with 404');
    expect(await rows()).toEqual([1, 1]);
    await sweep().sweepUploads(new Date());
    expect([await rows(), await keptFiles(house)]).toEqual([[0, 0], before]);
  });

  it('is cancelled with its parts, and once only', async () => {
    const before = await keptFiles(house);
    const id = await halfSent();
    expect((await anna.delete(`/uploads/${id}`)).status).toBe(204);
    expect([await rows(), await keptFiles(house)]).toEqual([[0, 0], before]);
    expect((await anna.delete(`/uploads/${id}`)).error.code).toBe('not-found');
  });

  it('takes the place of one: an account has so many at most, also where two begin at once', async () => {
    const template = (await begun(10), (await table('uploads').first()) as Record<string, unknown>);
    const { id: _id, ...row } = template;
    const others = Array.from({ length: UPLOADS_MAX - 2 }, (_none, n) => ({
      ...row,
      document_id: String(n).padStart(24, 'u'),
    }));
    await house.strapi.db.connection.batchInsert('uploads', others, 20);
    const answers = await Promise.all([1, 2, 3].map(() => begin(anna, own.dossier, { size: 10 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.error).toMatchObject({ code: 'too-many-uploads', max: UPLOADS_MAX });
  });

  it('counts in its dossier with all that it is going to be', async () => {
    await givenSettings(house, { dossierGigabytes: 1, fileMegabytes: 200 });
    for (let n = 0; n < 5; n += 1) await begun(199_000_000);
    const refused = await begin(anna, own.dossier, { size: 6_000_000 });
    expect([refused.status, refused.error.code]).toEqual([409, 'dossier-full']);
    await begun(5_000_000);
  });

  it('is not begun where the file would be refused for its name or its size', async () => {
    const told = [
      { name: 'run.exe', size: 10 },
      { size: 300_000_000 },
      { size: 0 },
      { name: '/', size: 10 },
    ] as const;
    const codes: string[] = [];
    for (const file of told) codes.push((await begin(anna, own.dossier, file)).error.code);
    expect(codes).toEqual(['file-type-refused', 'too-large', 'file-empty', 'invalid-input']);
    await givenSettings(house, { clientUploads: 'messages' });
    expect((await begin(anna, own.dossier, { size: 10 })).error.code).toBe('message-needed');
    expect((await begin(anna, own.dossier, { size: 10, way: 'message' })).status).toBe(201);
    await givenSettings(house, { clientUploads: 'dossier' });
  });

  it('speaks its protocol alone, and to no page of another site', async () => {
    const id = await begun();
    const bytes = LONG.subarray(0, 10);
    const answers = [
      await begin(anna, own.dossier, { size: 10 }, { 'upload-concat': 'partial' }),
      await begin(anna, own.dossier, { size: 10 }, { 'upload-defer-length': '1' }),
      await begin(anna, own.dossier, { size: 10 }, { 'tus-resumable': '0.2.0' }),
      await sendPart(anna, id, 0, bytes, { 'upload-offset': '0x0' }),
      await sendPart(anna, id, 0, bytes, { 'content-type': 'application/octet-stream' }),
      await anna.send('POST', `/dossiers/${own.dossier.id}/uploads?for=dossier`, new Uint8Array(bytes), {
        ...TUS,
        'content-type': 'application/offset+octet-stream',
        'upload-length': '10',
      }),
      await sendPart(anna, id, 0, bytes, { origin: 'https://elsewhere.example' }),
    ];
    expect(answers.map(({ error }) => error.code)).toEqual([
      ...['invalid-input', 'invalid-input', 'invalid-input', 'invalid-input', 'invalid-input'],
      'unsupported-type',
      'foreign-origin',
    ]);
    expect(await receivedOf(anna, id)).toBe(0);
    const head = await anna.send('HEAD', `/uploads/${id}`, undefined, TUS);
    expect([...head.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('like a file for a message that was never sent is removed, after a week, on both sides', async () => {
    const before = (await keptFiles(house)).length;
    const { jan, dossier } = own;
    const upload = async (who: Browser) =>
      (await who.upload(`/dossiers/${dossier.id}/attachments`, 'a.pdf', PDF)).as(attachmentSchema).id;
    const sent = await upload(anna);
    expect((await write(anna, dossier, { attachmentIds: [sent] })).status).toBe(201);
    for (const who of [anna, jan.desk]) await upload(who);
    await sweep().sweepDrafts(inHours(6 * 24));
    expect(await keptFiles(house)).toHaveLength(before + 3);
    await sweep().sweepDrafts(inHours(8 * 24));
    expect(await keptFiles(house)).toHaveLength(before + 1);
    expect(await table('documents').pluck('document_id')).toEqual([sent]);
  });

  it('is found by nobody else, not by the second account of the same client', async () => {
    const id = await halfSent();
    const partner = await givenSecondAccount(house, own.anna);
    expect(await receivedOf(partner.portal, id)).toBe('refused with 404');
    const listed = await partner.portal.get(`/dossiers/${own.dossier.id}/uploads?for=dossier`);
    expect(listed.json).toEqual({ uploads: [] });
    for (const answer of [
      await sendPart(partner.portal, id, 50_000, LONG.subarray(50_000)),
      await partner.portal.delete(`/uploads/${id}`),
    ])
      expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    expect(await receivedOf(anna, id)).toBe(50_000);
  });

  it('is removed at once where a virus lies across two parts, and staff see the attempt', async () => {
    const before = await keptFiles(house);
    const virus = Buffer.from(EICAR);
    const id = idIn(await begin(anna, own.dossier, { size: virus.length, name: 'bank.txt' }));
    expect((await sendPart(anna, id, 0, virus.subarray(0, 30))).status).toBe(204);
    const answer = await sendPart(anna, id, 30, virus.subarray(30));
    expect([answer.status, answer.error.code]).toEqual([422, 'file-infected']);
    expect(await receivedOf(anna, id)).toBe('refused with 404');
    const { refusals } = (await own.jan.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(
      refusedUploadListSchema,
    );
    expect(refusals[0]).toMatchObject({ reason: 'infected', name: 'bank.txt', size: virus.length });
    expect([await rows(), await keptFiles(house)]).toEqual([[0, 0], before]);
  });
});
