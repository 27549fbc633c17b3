import { ownSessionListSchema } from '../../src/contract/account';
import { secondStepViewSchema } from '../../src/contract/second-step';
import { attachmentSchema, documentViewSchema } from '../../src/contract/document';
import { deskMessageSchema } from '../../src/contract/message';
import { answeredBy } from '../house/routes';
import type { Browser, House } from '../support';
import {
  authorizationOf,
  browser,
  describeWithScanner,
  givenDocument,
  givenStaff,
  PDF,
  portal,
  startStrapi,
} from '../support';
import { confirmed, givenPasskey } from '../support/given-methods';
import { givenAdded } from '../account/company';
import { begin, idIn } from '../upload/tus';
import { ask, DESK, PORTAL, type Kind } from './asks';
import { givenCase, UNKNOWN_ID, write, type Case } from './case';

let house: House;
let own: Case;
let other: Case;
let stranger: Browser;
let authorization: string;

const ids: Record<Kind, string> = {
  client: '',
  staff: '',
  dossier: '',
  document: '',
  message: '',
  attachment: '',
  deskAttachment: '',
  session: '',
  secondStep: '',
  extraAccount: '',
  upload: '',
  deskUpload: '',
};

/** What is written where somebody gets through; of the outbox only how much, for it is emptied meanwhile. */
const everything = async () => {
  const { connection } = house.strapi.db;
  const tables = [
    'clients',
    'up_users',
    'dossiers',
    'documents',
    'uploads',
    'upload_parts',
    'messages',
    'remarks',
    'readings',
    'dossiers_staff_lnk',
    'progress_steps',
    'staff_profiles',
  ];
  const rows = tables.map((table) => connection(table).orderBy('id').select());
  return Promise.all([...rows, connection('notifications').orderBy('id').select('id', 'event')]);
};

describeWithScanner('what belongs to one client', () => {
  beforeAll(async () => {
    house = await startStrapi();
    // Companies, for their main logins have accounts to look after.
    own = await givenCase(house, { kind: 'company' });
    other = await givenCase(house, { kind: 'company' });
    await givenPasskey(house, own.anna);
    // Who has not proved again to be there would be stopped before anything is looked for.
    await confirmed(other.anna);
    stranger = (await givenStaff(house)).desk;
    const { jan, anna, dossier } = own;
    const upload = (by: Browser) => by.upload(`/dossiers/${dossier.id}/attachments`, 'Note.pdf', PDF);
    Object.assign(ids, {
      client: anna.client.id,
      staff: own.jan.id,
      dossier: dossier.id,
      document: (await givenDocument(jan, dossier)).id,
      message: (await write(jan.desk, dossier)).as(deskMessageSchema).id,
      attachment: (await upload(anna.portal)).as(attachmentSchema).id,
      secondStep: (await anna.portal.get('/account/second-step')).as(secondStepViewSchema).methods[0]?.id,
      session: (await anna.portal.get('/account/sessions')).as(ownSessionListSchema).sessions[0]?.id,
      extraAccount: (await givenAdded(anna)).id,
      upload: idIn(await begin(anna.portal, dossier, { size: 10 })),
      deskUpload: idIn(await begin(jan.desk, dossier, { size: 10, way: 'documents' })),
      deskAttachment: (await upload(jan.desk)).as(attachmentSchema).id,
    });
    authorization = await authorizationOf(house, jan.email, jan.password);
  });
  afterAll(() => house.stop());

  it('is asked about below for every route that takes an id', () => {
    const answered = answeredBy(house.strapi).filter((route) =>
      /^\w+ \/(api\/portal|desk)\/.*:id/.test(route),
    );
    const asked = [
      ...PORTAL.map(({ route }) => route.replace(' ', ' /api/portal')),
      ...DESK.map(({ route }) => route.replace(' ', ' /desk')),
    ];
    expect([...answered].sort()).toEqual([...asked].sort());
  });

  describe.each(PORTAL.map((wish) => [wish.route, wish] as const))('in the portal, %s', (_route, wish) => {
    it('is not found by another client, in the same words as what does not exist', async () => {
      const before = await everything();
      const foreign = await ask(other.anna.portal, wish, ids[wish.kind]);
      const unknown = await ask(other.anna.portal, wish, UNKNOWN_ID);
      expect([foreign.status, foreign.error.code]).toEqual([404, 'not-found']);
      expect(foreign.bytes).toEqual(unknown.bytes);
      expect(await everything()).toEqual(before);
    });

    it('is closed to nobody in particular, and to staff with their own token', async () => {
      for (const who of [portal(house.baseUrl), portal(house.baseUrl, { authorization })]) {
        const answer = await ask(who, wish, ids[wish.kind]);
        expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
      }
    });
  });

  describe.each(DESK.map((wish) => [wish.route, wish] as const))('at the desk, %s', (_route, wish) => {
    it('is not found by staff it is not assigned to, in the same words as what does not exist', async () => {
      const before = await everything();
      const foreign = await ask(stranger, wish, ids[wish.kind]);
      const unknown = await ask(stranger, wish, UNKNOWN_ID);
      expect([foreign.status, foreign.error.code]).toEqual([404, 'not-found']);
      expect(foreign.bytes).toEqual(unknown.bytes);
      expect(await everything()).toEqual(before);
    });

    it('is closed to nobody in particular, and to the client with their own cookie', async () => {
      const cookie = [...own.anna.portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const who of [browser(house.baseUrl, '/desk'), browser(house.baseUrl, '/desk', { cookie })]) {
        const answer = await ask(who, wish, ids[wish.kind]);
        expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
      }
    });
  });

  it('reaches who it belongs to', async () => {
    const { anna, jan } = own;
    for (const wish of PORTAL.filter(({ route, kind }) => route.startsWith('GET') && kind !== 'attachment'))
      expect((await ask(anna.portal, wish, ids[wish.kind])).status).toBe(200);
    for (const wish of DESK.filter(({ route }) => route.startsWith('GET')))
      expect((await ask(jan.desk, wish, ids[wish.kind])).status).toBe(200);
  });

  it('stays out of the other lists: of another client, and of staff it is not assigned to', async () => {
    const lists = [
      await other.anna.portal.get('/dossiers'),
      await other.anna.portal.get('/home'),
      await stranger.get('/dossiers'),
      await stranger.get('/clients'),
      await stranger.get(`/dossiers?query=${encodeURIComponent(own.dossier.number)}`),
      await stranger.get(`/clients?query=${encodeURIComponent(own.anna.client.number)}`),
    ];
    for (const list of lists) {
      expect(list.status).toBe(200);
      expect(list.bytes.includes(ids.dossier) || list.bytes.includes(ids.client)).toBe(false);
    }
  });

  it('cannot be read through an account that was blocked in between', async () => {
    const uploaded = await own.anna.portal.upload(`/dossiers/${ids.dossier}/documents`, 'Mine.pdf', PDF);
    const { id } = uploaded.as(documentViewSchema);
    await house.strapi.db.connection('up_users').where({ email: own.anna.email }).update({ blocked: true });
    expect((await own.anna.portal.get(`/documents/${id}/view`)).status).toBe(401);
  });
});
