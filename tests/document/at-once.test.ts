import { createHash } from 'node:crypto';
import { documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { describeWithScanner, givenDocument, givenDossier, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { givenColleague, givenCompany } from '../account/company';
import { begunDownload } from './begun-download';
import { keptFiles, spoolOf, whenFolder } from './on-disk';

let house: House;
let own: Case;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describeWithScanner('many at once', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('fifty files of a client all arrive, each as it was sent', async () => {
    const { anna, dossier } = own;
    const files = Array.from({ length: 50 }, (_, n) => pdfOf(Buffer.alloc(100_000 + n, `${n}`)));
    const sent = files.map((content, n) =>
      anna.portal.upload(`/dossiers/${dossier.id}/documents`, `page-${n}.pdf`, content),
    );
    const ids = (await Promise.all(sent)).map((answer) => answer.as(documentViewSchema).id);
    const list = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    expect(list.documents.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const arrived = await Promise.all(ids.map((id) => anna.portal.get(`/documents/${id}/download`)));
    expect(arrived.map(({ bytes }) => sha256(bytes))).toEqual(files.map(sha256));
    expect(await keptFiles(house)).toHaveLength(50);
    await whenFolder(spoolOf(house), (left) => left.length === 0);
  });

  it('two who download while it is withdrawn have it whole, the proof says so, and nobody gets it after them', async () => {
    const main = await givenCompany(house, own.jan);
    const colleague = await givenColleague(house, main);
    const dossier = await givenDossier(own.jan, main.client);
    const content = pdfOf(Buffer.alloc(24_000_000, 'c'));
    const { id } = await givenDocument(own.jan, dossier, { content });
    const rests = [
      await begunDownload(house, main.portal, id),
      await begunDownload(house, colleague.portal, id),
    ];
    expect((await own.jan.desk.post(`/documents/${id}/withdrawal`)).status).toBe(200);
    for (const rest of rests) expect(sha256(await rest())).toBe(sha256(content));
    expect((await main.portal.get(`/documents/${id}/download`)).status).toBe(404);
    const { events } = (await own.jan.desk.get(`/dossiers/${dossier.id}/proof`)).json as {
      events: { kind: string; actor: string }[];
    };
    const by = (kind: string) => events.filter((event) => event.kind === kind).map(({ actor }) => actor);
    expect(by('downloaded').sort()).toEqual([main.email, colleague.email].sort());
    expect(by('withdrawn')).toHaveLength(1);
  });
});
