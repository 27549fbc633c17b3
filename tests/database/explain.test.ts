import { deskMessageSchema, messageViewSchema } from '../../src/contract/message';
import type { Browser, House, Statement } from '../support';
import { givenDocument, startStrapi, statementsOf } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { deliver } from '../notification/outbox';
import { taken } from '../own-data/taken';
import { isPlanned, scannedTables } from './plan';
import { seed } from './seed';

/** Tables that grow with the firm's years; `admin_users` and `firms` do not. */
const GROWING = [
  'clients',
  'dossiers',
  'documents',
  'messages',
  'remarks',
  'readings',
  'sessions',
  'notifications',
  'up_users',
  'progress_steps',
  'mailed_links',
  'security_events',
];

let house: House;
let own: Case;
const ids = { dossier: '', message: '', reply: '', document: '' };

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
  const { jan, anna, dossier } = own;
  const message = (await write(anna.portal, dossier)).as(messageViewSchema);
  const reply = (await write(jan.desk, dossier, { replyTo: message.id })).as(deskMessageSchema);
  const document = process.env.TEST_CLAMD_SOCKET ? await givenDocument(jan, dossier) : message;
  Object.assign(ids, { dossier: dossier.id, message: message.id, reply: reply.id, document: document.id });
  await seed(house);
});
afterAll(() => house.stop());

const scansDuring = async (work: () => Promise<unknown>): Promise<[string, Statement['sql']][]> => {
  const statements = (await statementsOf(house, work)).filter(isPlanned);
  expect(statements.length).toBeGreaterThan(0);
  const found: [string, string][] = [];
  for (const statement of statements) {
    for (const table of await scannedTables(house, statement)) found.push([table, statement.sql]);
  }
  return found.filter(([table]) => GROWING.includes(table));
};

const LIST = { steps: [{ label: 'Signing', state: 'waiting' }], seen: [] };
const remark = (who: Browser) => who.post(`/documents/${ids.document}/remarks`, { body: 'Clause 4?' });

const portalAsks: [string, (who: Browser) => Promise<unknown>][] = [
  ['home', (who) => who.get('/home')],
  ['the dossier list', (who) => who.get('/dossiers')],
  ["a dossier's page", (who) => who.get(`/dossiers/${ids.dossier}`)],
  ['its messages', (who) => who.get(`/dossiers/${ids.dossier}/messages`)],
  ['a message that answers another', (who) => who.get(`/messages/${ids.reply}`)],
  ['writing a message', (who) => write(who, { id: ids.dossier }, { replyTo: ids.reply })],
  ['opening a document', (who) => who.get(`/documents/${ids.document}/view`)],
  ['reading what was said about it', (who) => who.get(`/documents/${ids.document}/remarks`)],
  ['answering beside it', (who) => remark(who)],
  ['the own stored data', (who) => who.get('/account/data')],
  ['taking them along', (who) => taken({ portal: who, password: own.anna.password })],
  ['who is signed in', (who) => who.get('/session')],
  ['signing in', (who) => who.post('/session', { userName: own.anna.email, password: own.anna.password })],
];

const deskAsks: [string, (who: Browser) => Promise<unknown>][] = [
  ["a dossier's page", (who) => who.get(`/dossiers/${ids.dossier}`)],
  ['keeping its progress list', (who) => who.put(`/dossiers/${ids.dossier}/progress-steps`, LIST)],
  ['its documents with who read them', (who) => who.get(`/dossiers/${ids.dossier}/documents`)],
  ['its messages', (who) => who.get(`/dossiers/${ids.dossier}/messages`)],
  ['a message', (who) => who.get(`/messages/${ids.message}`)],
  ['writing a message', (who) => write(who, { id: ids.dossier })],
  ['reading what was said about a document', (who) => who.get(`/documents/${ids.document}/remarks`)],
  ['remarking on it', (who) => remark(who)],
  ['withdrawing it', (who) => who.post(`/documents/${ids.document}/withdrawal`)],
  ['the dossiers of one of the staff', (who) => who.get('/dossiers')],
  ['the security events of their clients', (who) => who.get('/security-events?event=locked')],
];

describe('among the rows of many years, no growing table is read from end to end', () => {
  it.each(portalAsks)('for a client: %s', async (_what, ask) => {
    expect(await scansDuring(() => ask(own.anna.portal))).toEqual([]);
  });

  it.each(deskAsks)('for staff: %s', async (_what, ask) => {
    expect(await scansDuring(() => ask(own.jan.desk))).toEqual([]);
  });

  it('for the worker that empties the outbox', async () => {
    expect(await scansDuring(() => deliver(house, new Date()))).toEqual([]);
  });

  it('and where one is, the test sees it', async () => {
    const { connection } = house.strapi.db;
    const found = await scansDuring(() => connection('messages').where({ body: 'nowhere' }).select());
    expect(found.map(([table]) => table)).toEqual(['messages']);
  });
});
