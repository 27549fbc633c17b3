import { dossierViewSchema } from '../../src/contract/dossier';
import { deskMessageSchema } from '../../src/contract/message';
import type { Browser, House } from '../support';
import { describeWithScanner, givenDocument, givenDossier, startStrapi } from '../support';
import { givenCase, UNKNOWN_ID, write, type Case } from './case';

let house: House;
let own: Case;
let other: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
  other = await givenCase(house);
});
afterAll(() => house.stop());

/** What an address may carry instead of an id. */
const MALFORMED = [
  '1',
  'x',
  UNKNOWN_ID.toUpperCase(),
  `${UNKNOWN_ID}a`,
  "'%20or%201=1--",
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%98%80',
  'null',
  'a'.repeat(2000),
];

const PORTAL = [
  '/dossiers/ID',
  '/dossiers/ID/messages',
  '/documents/ID/view',
  '/documents/ID/remarks',
  '/messages/ID',
];
const DESK = [
  ...PORTAL,
  '/dossiers/ID/documents',
  '/clients/ID',
  '/dossiers/ID/refused-uploads',
  '/documents/ID/download',
];

const sameFor = async (who: Browser, paths: string[]) => {
  for (const path of paths) {
    const expected = await who.get(path.replace('ID', UNKNOWN_ID));
    expect([expected.status, expected.error.code]).toEqual([404, 'not-found']);
    for (const id of MALFORMED) {
      const answer = await who.get(path.replace('ID', id));
      expect([id, answer.status, answer.bytes.toString()]).toEqual([id, 404, expected.bytes.toString()]);
    }
  }
};

describe('an address with a malformed id', () => {
  it('is answered in the portal like one of nothing', () => sameFor(own.anna.portal, PORTAL));
  it('is answered at the desk like one of nothing', () => sameFor(own.jan.desk, DESK));
});

describe('an id of another kind of thing', () => {
  it('finds nothing', async () => {
    const { anna, jan, dossier } = own;
    for (const path of [
      `/messages/${dossier.id}`,
      `/documents/${dossier.id}/view`,
      `/dossiers/${anna.client.id}`,
    ]) {
      expect((await anna.portal.get(path)).error.code).toBe('not-found');
      expect((await jan.desk.get(path)).error.code).toBe('not-found');
    }
  });

  it('finds no file that was uploaded and not sent yet', async () => {
    expect((await own.anna.portal.get(`/documents/${own.dossier.id}/download`)).error.code).toBe('not-found');
  });
});

describeWithScanner('a document that was withdrawn', () => {
  it('is answered like one of another client and one of nothing', async () => {
    const withdrawn = await givenDocument(own.jan, own.dossier);
    const foreign = await givenDocument(other.jan, other.dossier);
    await own.jan.desk.post(`/documents/${withdrawn.id}/withdrawal`);
    const bodies = [];
    for (const id of [withdrawn.id, foreign.id, UNKNOWN_ID, 'x']) {
      for (const what of ['view', 'download']) {
        const answer = await own.anna.portal.get(`/documents/${id}/${what}`);
        expect(answer.status).toBe(404);
        bodies.push(answer.bytes.toString());
      }
    }
    expect(new Set(bodies).size).toBe(1);
  });
});

describeWithScanner('a reply', () => {
  it('to a message of another client or of another dossier finds nothing, and writes nothing', async () => {
    const foreign = (await write(other.jan.desk, other.dossier)).as(deskMessageSchema);
    const elsewhere = await givenDossier(own.jan, own.anna.client);
    const ownButElsewhere = (await write(own.jan.desk, elsewhere)).as(deskMessageSchema);
    const count = () => house.strapi.db.connection('messages').count('* as n').first();
    const before: unknown = await count();
    for (const replyTo of [foreign.id, ownButElsewhere.id, UNKNOWN_ID]) {
      const answer = await write(own.anna.portal, own.dossier, { replyTo });
      expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
      expect((await write(own.jan.desk, own.dossier, { replyTo })).error.code).toBe('not-found');
    }
    expect(await count()).toEqual(before);
    const documents = (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
    expect(documents.documents).toEqual([]);
  });
});
