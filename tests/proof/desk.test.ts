import { proofPageSchema, unopenedPageSchema, type ProofEvent } from '../../src/contract/proof';
import { append, happening } from '../plugins/read-tracking/chain';
import type { House, StaffMember } from '../support';
import {
  browser,
  describeWithScanner,
  givenAdministrator,
  givenDocument,
  givenSettings,
  givenStaff,
  startStrapi,
} from '../support';
import { givenCase, type Case } from '../access/case';

let house: House;
let own: Case;

const DAY = 24 * 60 * 60_000;
/** As if the document had been published so many days ago. */
const age = (documentId: string, days: number) =>
  house.strapi.db
    .connection('readings')
    .where({ subject: documentId })
    .update({ announced_at: new Date(Date.now() - days * DAY) });
const unopened = async ({ desk }: StaffMember, query = '') =>
  (await desk.get(`/unopened${query}`)).as(unopenedPageSchema);
const names = async (staff: StaffMember) =>
  (await unopened(staff)).rows.map(({ documentName }) => documentName);

describeWithScanner('at the desk', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  describe('the proof log of a dossier (R104)', () => {
    it('stands there with the newest event first', async () => {
      const { jan, anna, dossier } = own;
      const { id, sha256 } = await givenDocument(jan, dossier);
      await house.inbox.next(anna.email);
      await anna.portal.get(`/documents/${id}/download`);
      const { events, next } = (await jan.desk.get(`/dossiers/${dossier.id}/proof`)).as(proofPageSchema);
      const [downloaded] = events;
      expect(downloaded).toMatchObject({
        kind: 'downloaded',
        actor: anna.email,
        sha256,
        actorType: 'client',
      });
      expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['published', 'downloaded']));
      expect(next).toBeNull();
    });

    it('comes in pages, and misses none', async () => {
      const { jan, dossier } = own;
      await append(
        house,
        dossier.id,
        Array.from({ length: 120 }, (_none, n) => happening(n)),
      );
      const seen: ProofEvent[] = [];
      for (let before = ''; ;) {
        const page = (await jan.desk.get(`/dossiers/${dossier.id}/proof${before}`)).as(proofPageSchema);
        seen.push(...page.events);
        if (page.next === null) break;
        before = `?before=${page.next}`;
      }
      expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_none, n) => 120 - n));
    });

    it.each(['?before=0', '?before=x', '?before=1.5', '?language=fr', '?before=99999999999'])(
      'refuses %s',
      async (query) => {
        const answer = await own.jan.desk.get(`/dossiers/${own.dossier.id}/proof${query}`);
        expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
      },
    );
  });

  describe('what clients have not opened for long (B2)', () => {
    it('stands on a list over all dossiers of a member of staff, with how far the mail is', async () => {
      const { jan, anna, dossier } = own;
      const { id } = await givenDocument(jan, dossier, { name: 'Old.pdf' });
      await givenDocument(jan, dossier, { name: 'New.pdf' });
      await age(id, 8);
      await house.inbox.next(anna.email);
      expect(await unopened(jan)).toMatchObject({
        days: 7,
        next: null,
        rows: [
          { documentName: 'Old.pdf', dossierId: dossier.id, client: anna.client.name, reader: anna.email },
        ],
      });
    });

    it('is nobody’s business but theirs and the administrator’s', async () => {
      const { id } = await givenDocument(own.jan, own.dossier, { name: 'Secret.pdf' });
      await age(id, 30);
      const stranger = await givenStaff(house, 'Kim');
      expect(await names(stranger)).toEqual([]);
      expect(await names(await givenAdministrator(house))).toContain('Secret.pdf');
      const cookie = [...own.anna.portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const who of [browser(house.baseUrl, '/desk'), browser(house.baseUrl, '/desk', { cookie })])
        expect((await who.get('/unopened')).status).toBe(401);
    });

    it('leaves out what was opened, downloaded or withdrawn', async () => {
      const { jan, anna, dossier } = own;
      const ids = [];
      for (const name of ['Opened.pdf', 'Downloaded.pdf', 'Withdrawn.pdf', 'Left.pdf'])
        ids.push((await givenDocument(jan, dossier, { name })).id);
      const [opened, downloaded, withdrawn] = ids;
      for (const id of ids) await age(id, 8);
      await anna.portal.get(`/documents/${opened}/view`);
      await anna.portal.get(`/documents/${downloaded}/download`);
      await jan.desk.post(`/documents/${withdrawn}/withdrawal`);
      await jan.desk.get(`/documents/${ids[3]}/view`);
      expect(await names(jan)).toEqual(['Left.pdf']);
    });

    it('begins after as many days as the firm has chosen', async () => {
      const { jan, dossier } = own;
      const { id } = await givenDocument(jan, dossier, { name: 'Three days.pdf' });
      await age(id, 3);
      expect(await names(jan)).toEqual([]);
      await givenSettings(house, { unopenedDays: 2 });
      expect(await names(jan)).toEqual(['Three days.pdf']);
      expect((await unopened(jan)).days).toBe(2);
      await givenSettings(house, { unopenedDays: 7 });
      expect(await names(jan)).toEqual([]);
    });

    it('comes in pages, and misses none', async () => {
      const { jan, dossier } = own;
      const { id } = await givenDocument(jan, dossier);
      const { connection } = house.strapi.db;
      const [first]: Record<string, unknown>[] = await connection('readings').where({ subject: id });
      if (first === undefined) throw new Error('Nothing was announced');
      const { id: _id, ...row } = first;
      // Several at the same moment, over the edge of a page.
      const moments = Array.from(
        { length: 120 },
        (_none, n) => new Date(Date.now() - (20 + Math.floor(n / 30)) * DAY),
      );
      for (const [n, announced_at] of moments.entries())
        await connection('readings').insert({
          ...row,
          reader: `reader-${n}`,
          document_id: `r${n}`,
          announced_at,
        });
      let count = 0;
      for (let after = ''; ;) {
        const page = await unopened(jan, after);
        count += page.rows.length;
        expect(page.rows.length).toBeLessThanOrEqual(50);
        if (page.next === null) break;
        after = `?after=${page.next}`;
      }
      expect(count).toBe(120);
    });

    it.each(['?after=x', '?after=1', '?before=1'])('refuses %s', async (query) => {
      expect((await own.jan.desk.get(`/unopened${query}`)).error.code).toBe('invalid-input');
    });
  });
});
