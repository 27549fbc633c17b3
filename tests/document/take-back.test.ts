import { attachmentSchema, deskDocumentListSchema, documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import type { House } from '../support';
import { describeWithScanner, givenDocument, PDF, startStrapi } from '../support';
import { givenCase, givenSecondAccount, write, type Case } from '../access/case';
import { told } from '../proof/proof';
import { storeOf } from '../storage/store';

let house: House;
let own: Case;

const provide = async (name = 'Passport.pdf') =>
  (await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, name, PDF)).as(documentViewSchema);
const takeBack = (id: string) => own.anna.portal.delete(`/documents/${id}`);
const list = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).documents;
const deskList = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`)).as(deskDocumentListSchema).documents;
const filesStored = async (): Promise<number> => (await storeOf(house).keys()).length;

describeWithScanner('taking back an upload (B13)', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('takes it from the client and its content from the firm; the trace stays', async () => {
    const before = await filesStored();
    const document = await provide();
    expect(document.abilities.takeBack).toBe(true);
    expect(await filesStored()).toBe(before + 1);
    expect((await takeBack(document.id)).status).toBe(204);
    expect(await list()).toEqual([]);
    const page = (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
    expect(page.counts.provided).toEqual({ total: 0, unread: 0 });
    expect(await filesStored()).toBe(before);
    expect(await told(house, own.dossier.id)).toEqual([
      `published Passport.pdf ${own.anna.email}`,
      `withdrawn Passport.pdf ${own.anna.email}`,
    ]);
  });

  it('leaves staff a line without content', async () => {
    const { id } = await provide();
    await takeBack(id);
    expect(await deskList()).toMatchObject([
      {
        name: 'Passport.pdf',
        byClient: true,
        withdrawnAt: expect.any(String) as string,
        abilities: { view: false, download: false, withdraw: false },
      },
    ]);
    for (const what of ['view', 'download'])
      expect((await own.jan.desk.get(`/documents/${id}/${what}`)).error.code).toBe('not-found');
    const row: unknown = await house.strapi.db
      .connection('documents')
      .where({ document_id: id })
      .first('storage_key');
    expect(row).toEqual({ storage_key: '' });
  });

  it.each(['view', 'download'])('is over when staff have had its content: %s', async (what) => {
    const { id } = await provide();
    expect((await own.jan.desk.get(`/documents/${id}/${what}`)).status).toBe(200);
    expect((await list())[0]?.abilities.takeBack).toBe(false);
    const refused = await takeBack(id);
    expect([refused.status, refused.error.code]).toEqual([409, 'already-opened']);
    expect((await own.anna.portal.get(`/documents/${id}/view`)).bytes.equals(PDF)).toBe(true);
    expect((await own.jan.desk.get(`/documents/${id}/view`)).bytes.equals(PDF)).toBe(true);
  });

  it('is not hindered by a look at the list, nor by a HEAD', async () => {
    const { id } = await provide();
    await deskList();
    await own.jan.desk.send('HEAD', `/documents/${id}/view`);
    expect((await takeBack(id)).status).toBe(204);
  });

  it('done twice finds nothing the second time', async () => {
    const { id } = await provide();
    await takeBack(id);
    expect((await takeBack(id)).error.code).toBe('not-found');
  });

  it("is not for the firm's documents, nor for a message's attachment once it is sent", async () => {
    const { anna, jan, dossier } = own;
    const theirs = await givenDocument(jan, dossier);
    const draft = await anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'Attached.pdf', PDF);
    const { id } = draft.as(attachmentSchema);
    expect((await takeBack(id)).error.code).toBe('not-found');
    await write(anna.portal, dossier, { attachmentIds: [id] });
    for (const what of [theirs.id, id]) {
      const refused = await takeBack(what);
      expect([refused.status, refused.error.code]).toEqual([403, 'not-allowed']);
    }
    expect((await list()).map(({ abilities }) => abilities.takeBack)).toEqual([false, false]);
    expect(await list()).toHaveLength(2);
  });

  it('is not for another account of the same client', async () => {
    const { id } = await provide();
    const partner = await givenSecondAccount(house, own.anna);
    const seen = (await partner.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
    expect(seen.documents[0]?.abilities.takeBack).toBe(false);
    expect((await partner.portal.delete(`/documents/${id}`)).error.code).toBe('not-allowed');
    expect(await list()).toHaveLength(1);
  });

  it('is not for a closed dossier', async () => {
    const { id } = await provide();
    await house.strapi.db
      .connection('dossiers')
      .where({ document_id: own.dossier.id })
      .update({ status: 'closed' });
    expect((await list())[0]?.abilities.takeBack).toBe(false);
    expect((await takeBack(id)).error.code).toBe('dossier-closed');
    expect(await list()).toHaveLength(1);
  });

  it('while staff open it: one of both wins, and never both', async () => {
    const outcomes = new Set<string>();
    for (let turn = 0; turn < 15; turn += 1) {
      const { id } = await provide(`Race ${turn}.pdf`);
      const [taken, seen] = await Promise.all(
        turn % 2 === 0
          ? [takeBack(id), own.jan.desk.get(`/documents/${id}/download`)]
          : [own.jan.desk.get(`/documents/${id}/download`), takeBack(id)].reverse(),
      );
      if (taken === undefined || seen === undefined) throw new Error('No answers');
      outcomes.add(`${taken.status} ${seen.status}`);
      if (seen.status === 200) expect(seen.bytes.equals(PDF)).toBe(true);
      const events = (await told(house, own.dossier.id)).filter((event) =>
        event.includes(`Race ${turn}.pdf`),
      );
      expect(events).toHaveLength(taken.status === 204 ? 2 : 1);
    }
    for (const outcome of outcomes) expect(['204 404', '409 200']).toContain(outcome);
  });

  it('is refused where staff have just opened it, though it was not opened yet when it was asked for', async () => {
    const { connection, dialect } = house.strapi.db;
    const { id } = await provide();
    const opening = await connection.transaction();
    await opening('documents').where({ document_id: id }).update({ opened_by_staff_at: new Date() });
    // SQLite has one connection, so there the wish waits before it has looked at anything.
    const hasLooked = new Promise<void>((resolve) => {
      if (dialect.client === 'sqlite') resolve();
      else
        connection.on('query', ({ sql }: { sql: string }) => {
          if (/^update "documents" set "withdrawn_at"/.test(sql)) resolve();
        });
    });
    const wish = takeBack(id);
    await hasLooked;
    await opening.commit();
    expect((await wish).error.code).toBe('already-opened');
  });

  it('is finished at the next start where the store had failed', async () => {
    const provider = house.strapi.plugin('upload').provider as { delete(file: unknown): Promise<unknown> };
    const { id } = await provide();
    const before = await filesStored();
    const away = jest.spyOn(provider, 'delete').mockRejectedValue(new Error('The store is away'));
    expect((await takeBack(id)).status).toBe(204);
    expect((await own.jan.desk.get(`/documents/${id}/view`)).error.code).toBe('not-found');
    away.mockRestore();
    const service = house.strapi.service('api::document.take-back') as { finishErasing(): Promise<void> };
    await service.finishErasing();
    expect(await filesStored()).toBe(before - 1);
  });
});
