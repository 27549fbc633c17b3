import { deskDocumentListSchema, type DeskDocument } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import {
  givenAdministrator,
  givenDocument,
  pdfOf,
  startStrapi,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { givenCase } from '../access/case';
import type { Readings } from '../../src/plugins/read-tracking/server/services/readings';
import type { DeskDossier } from '../../src/contract/dossier';
import { cookieOf } from '../http/raw';
import { askAndReset } from '../http/reset';

let house: House;
let jan: StaffMember;
let anna: PortalClient;
let dossier: DeskDossier;

beforeAll(async () => {
  house = await startStrapi();
  ({ jan, anna, dossier } = await givenCase(house));
});
afterAll(() => house.stop());

const atDesk = async (id: string): Promise<DeskDocument | undefined> => {
  const answer = await jan.desk.get(`/dossiers/${dossier.id}/documents`);
  return answer.as(deskDocumentListSchema).documents.find((document) => document.id === id);
};

describe('a document is not read', () => {
  it.each(['sec-purpose', 'purpose', 'x-moz'])(
    'by a prefetch that says so in %s, and gets nothing of it',
    async (name) => {
      const headers = { [name]: 'prefetch' };
      const { id } = await givenDocument(jan, dossier);
      for (const way of ['view', 'download']) {
        const answer = await anna.portal.get(`/documents/${id}/${way}`, headers);
        expect([answer.status, answer.error.code]).toEqual([403, 'not-allowed']);
      }
      expect((await atDesk(id))?.readings).toMatchObject([{ openedAt: null, downloadedAt: null }]);
    },
  );
});

describe('a document that is asked for by who then leaves', () => {
  const proven = (id: string): Promise<string[]> =>
    house.strapi.db
      .connection('proof_events')
      .where({ subject: id })
      .whereIn('kind', ['opened', 'downloaded'])
      .pluck('kind');

  it.each([
    ['view', 100],
    ['view', 3_000_000],
    ['download', 100],
    ['download', 3_000_000],
  ])('is not read where nothing of it came: %s of %i bytes', async (way, size) => {
    const content = pdfOf(Buffer.alloc(size, 7));
    const { id } = await givenDocument(jan, dossier, { content });
    const remains = await askAndReset(house, anna.portal, `/documents/${id}/${way}`, 'at once');
    expect(remains).toEqual({ came: 0, given: 0 });
    expect((await atDesk(id))?.readings).toMatchObject([{ openedAt: null, downloadedAt: null }]);
    expect(await proven(id)).toEqual([]);
  });

  it('gives nothing to who looks where the opening cannot be noted', async () => {
    const { id } = await givenDocument(jan, dossier);
    const service = house.strapi.plugin('read-tracking').service<Readings>('readings');
    const noting = jest.spyOn(service, 'note').mockRejectedValue(new Error('The database is away'));
    const logging = jest.spyOn(house.strapi.log, 'error').mockReturnValue(house.strapi.log);
    const { status, bytes } = await anna.portal.get(`/documents/${id}/view`);
    expect([status, bytes.includes('%PDF')]).toEqual([500, false]);
    noting.mockRestore();
    logging.mockRestore();
    expect(await proven(id)).toEqual([]);
  });

  it('is opened where its first bytes came', async () => {
    const content = pdfOf(Buffer.alloc(3_000_000, 7));
    const { id } = await givenDocument(jan, dossier, { content });
    await askAndReset(house, anna.portal, `/documents/${id}/view`, 'at the first bytes');
    expect(await proven(id)).toEqual(['opened']);
  });
});

describe('what was read stays known', () => {
  it('for an account that was blocked when it was published', async () => {
    const accounts = house.strapi.db.connection('up_users').where({ email: anna.email });
    await accounts.clone().update({ blocked: true });
    const { id } = await givenDocument(jan, dossier);
    await accounts.clone().update({ blocked: false });
    const list = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    expect(list.documents.find((document) => document.id === id)?.unread).toBe(true);
    expect((await anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
    expect((await atDesk(id))?.readings).toMatchObject([{ openedAt: expect.any(String) as string }]);
  });

  it('when nothing was announced to the reader', async () => {
    const { id } = await givenDocument(jan, dossier);
    await house.strapi.db.connection('readings').where({ subject: id }).delete();
    await anna.portal.get(`/documents/${id}/download`);
    expect((await atDesk(id))?.readings).toMatchObject([{ downloadedAt: expect.any(String) as string }]);
  });

  it('when it is withdrawn, and so does who had not read it', async () => {
    const { id } = await givenDocument(jan, dossier);
    await jan.desk.post(`/documents/${id}/withdrawal`);
    expect((await atDesk(id))?.readings).toMatchObject([{ reader: anna.email, openedAt: null }]);
  });

  it('with the name of who published it, after they have left the firm', async () => {
    const { id, author } = await givenDocument(jan, dossier);
    const administrator = await givenAdministrator(house);
    const desk = administrator.desk.get(`/dossiers/${dossier.id}/documents`);
    expect((await desk).as(deskDocumentListSchema).documents.find((found) => found.id === id)?.author).toBe(
      jan.name,
    );
    await house.strapi.db
      .connection('documents')
      .where({ document_id: id })
      .update({ staff_author_id: null });
    expect((await atDesk(id))?.author).toBe(author);
  });
});

describe('a download', () => {
  it('counts when it has all gone out, and not when the line is cut on the way', async () => {
    const { id } = await givenDocument(jan, dossier, {
      name: 'long.pdf',
      content: pdfOf(Buffer.alloc(30_000_000, 7)),
    });
    const line = new AbortController();
    const half = await fetch(`${house.baseUrl}/api/portal/documents/${id}/download`, {
      headers: cookieOf(anna.portal),
      signal: line.signal,
    });
    await half.body?.getReader().read();
    line.abort();
    expect((await atDesk(id))?.readings).toMatchObject([{ downloadedAt: null }]);
    const whole = await anna.portal.get(`/documents/${id}/download`);
    expect(whole.bytes).toHaveLength(pdfOf('').length + 30_000_000);
    expect((await atDesk(id))?.readings).toMatchObject([{ downloadedAt: expect.any(String) as string }]);
  });
});
