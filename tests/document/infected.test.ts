import { refusedUploadListSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import type { Browser, House } from '../support';
import { describeWithScanner, EICAR, givenAdministrator, givenStaff, startStrapi } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { filesHolding, keptFiles } from './on-disk';

let house: House;
let own: Case;

const attempts = async (who: Browser) =>
  (await who.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(refusedUploadListSchema).refusals;

/** Every row of every table, so that no corner of the database is forgotten. */
const wholeDatabase = async (): Promise<string> => {
  const { connection } = house.strapi.db;
  const tables = await house.strapi.db.dialect.schemaInspector.getTables();
  const rows = [];
  for (const table of tables) rows.push(await connection(table).select());
  return JSON.stringify(rows);
};

describeWithScanner('an infected file', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  const ways: [string, (content: Buffer) => Promise<unknown[]>][] = [
    ['as a document of the client', (content) => sent(own.anna.portal, 'documents', content)],
    ['as an attachment of the client', (content) => sent(own.anna.portal, 'attachments', content)],
    ['as a document of staff', (content) => sent(own.jan.desk, 'documents?shelf=documents', content)],
    ['as an attachment of staff', (content) => sent(own.jan.desk, 'attachments', content)],
  ];
  const sent = async (who: Browser, where: string, content: Buffer) => {
    const answer = await who.upload(`/dossiers/${own.dossier.id}/${where}`, 'invoice.pdf', content);
    return [answer.status, answer.error.code, answer.error.signature];
  };

  it.each(ways)('is refused with its name and stored nowhere: %s', async (_way, send) => {
    const hidden = Buffer.concat([
      Buffer.alloc(300_000, 'a'),
      Buffer.from(EICAR),
      Buffer.alloc(300_000, 'z'),
    ]);
    for (const content of [Buffer.from(EICAR), hidden]) {
      const before = (await attempts(own.jan.desk)).length;
      const [status, code, signature] = await send(content);
      expect([status, code]).toEqual([422, 'file-infected']);
      expect(signature).toMatch(/eicar/i);
      expect(await filesHolding(house, Buffer.from(EICAR))).toEqual([]);
      expect(await keptFiles(house)).toEqual([]);
      expect(await wholeDatabase()).not.toContain(EICAR);
      expect((await attempts(own.jan.desk)).length).toBe(before + 1);
    }
    expect(await house.strapi.db.connection('documents').select()).toEqual([]);
  });

  it('is said in the language of the client', async () => {
    await own.anna.portal.patch('/account', { language: 'de' });
    const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'a.txt', EICAR);
    expect(answer.error.message).toMatch(/Virus|Schadsoftware|Datei/);
    await own.anna.portal.patch('/account', { language: 'en' });
  });

  it('is an attempt that staff of the dossier see, with who and what (R27)', async () => {
    await own.anna.portal.upload(`/dossiers/${own.dossier.id}/attachments`, 'Rechnung 📄.pdf', EICAR);
    const [attempt] = await attempts(own.jan.desk);
    expect(attempt).toMatchObject({
      actor: own.anna.email,
      name: 'Rechnung 📄.pdf',
      size: EICAR.length,
      reason: 'infected',
    });
    expect(attempt?.signature).toMatch(/eicar/i);
    expect((await attempts((await givenAdministrator(house)).desk))[0]).toEqual(attempt);
  });

  it('is an attempt that nobody else sees', async () => {
    const stranger = await givenStaff(house);
    const answer = await stranger.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`);
    expect(answer.error.code).toBe('not-found');
    const other = await givenCase(house);
    const theirs = await other.jan.desk.get(`/dossiers/${other.dossier.id}/refused-uploads`);
    expect(theirs.as(refusedUploadListSchema).refusals).toEqual([]);
    expect((await own.anna.portal.get(`/dossiers/${own.dossier.id}/refused-uploads`)).status).toBe(404);
  });

  it('takes nothing else with it: the clean file beside it arrives, and so does the message', async () => {
    const { anna, dossier } = own;
    const [clean, infected] = await Promise.all([
      anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'clean.txt', 'a clean file'),
      anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'infected.txt', EICAR),
    ]);
    expect([clean.status, infected.status]).toEqual([201, 422]);
    const { id } = clean.json as { id: string };
    expect((await write(anna.portal, dossier, { attachmentIds: [id] })).status).toBe(201);
    const list = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    expect(list.documents.map(({ name }) => name)).toEqual(['clean.txt']);
  });
});
