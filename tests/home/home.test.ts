import { homeViewSchema, type HomeView } from '../../src/contract/home';
import { deskMessageSchema } from '../../src/contract/message';
import { remarkViewSchema } from '../../src/contract/remark';
import { givenSecondAccount, write } from '../access/case';
import type { Browser, House, PortalClient, StaffMember } from '../support';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenStaff,
  PDF,
  portal,
  startStrapi,
  statementsOf,
} from '../support';

const DAY = 86_400_000;
type Row<Moment extends string> = { id: number; documentId: string } & Record<Moment, string>;

let house: House;
let jan: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
beforeEach(async () => {
  anna = await givenPortalClient(house, jan);
});
afterAll(() => house.stop());

const home = async (who: Browser = anna.portal): Promise<HomeView> =>
  (await who.get('/home')).as(homeViewSchema);
const signInAgain = async (): Promise<Browser> => {
  const browser = portal(house.baseUrl);
  await browser.post('/session', { userName: anna.email, password: anna.password });
  return browser;
};
/** Puts what was said to be unread, and the visits so far, so many days back. */
const daysPass = async (days: number): Promise<void> => {
  const accounts = house.strapi.db.query('plugin::users-permissions.user');
  const readings = house.strapi.db.query('plugin::read-tracking.reading');
  const earlier = (moment: string): Date => new Date(new Date(moment).getTime() - days * DAY);
  const account = (await accounts.findOne({ where: { email: anna.email } })) as Row<'visitedAt'>;
  await accounts.update({ where: { id: account.id }, data: { visitedAt: earlier(account.visitedAt) } });
  const announced = (await readings.findMany({
    where: { reader: account.documentId },
  })) as Row<'announcedAt'>[];
  for (const { id, announcedAt } of announced)
    await readings.update({ where: { id }, data: { announcedAt: earlier(announcedAt) } });
};
const titles = ({ unread }: HomeView) => unread.items.map(({ title, isNew }) => [title, isNew]);

describe('the tiles of Home', () => {
  it('count the dossiers in progress and all (R41), and name the only one (R42)', async () => {
    expect((await home()).dossiers).toEqual({ total: 0, inProgress: 0, only: null });
    const first = await givenDossier(jan, anna.client);
    expect((await home()).dossiers).toEqual({ total: 1, inProgress: 1, only: first.id });
    await givenDossier(jan, anna.client);
    await jan.desk.patch(`/dossiers/${first.id}`, { status: 'closed' });
    expect((await home()).dossiers).toEqual({ total: 2, inProgress: 1, only: null });
  });

  it('count nothing to fill in where the firm has asked nothing (R43)', async () => {
    expect((await home()).openActions).toBe(0);
  });
});

describe('what is new since the last visit (R44)', () => {
  it('is everything at the first visit', async () => {
    const dossier = await givenDossier(jan, anna.client, { description: 'Purchase of Kerkstraat 4' });
    const message = (await write(jan.desk, dossier, { subject: 'The keys' })).as(deskMessageSchema);
    const { lastVisitAt, unread } = await home();
    expect(lastVisitAt).toBeNull();
    expect(unread).toMatchObject({ total: 1, new: 1 });
    expect(unread.items).toEqual([
      {
        kind: 'message',
        id: message.id,
        title: 'The keys',
        author: jan.name,
        at: message.sentAt,
        isNew: true,
        dossier: { id: dossier.id, description: 'Purchase of Kerkstraat 4' },
      },
    ]);
  });

  it('comes first at the next visit, and what was left unopened before stays, told apart', async () => {
    const dossier = await givenDossier(jan, anna.client);
    await write(jan.desk, dossier, { subject: 'Long ago' });
    await daysPass(3);
    const visit = await signInAgain();
    await daysPass(2);
    await write(jan.desk, dossier, { subject: 'Just now' });
    const next = await signInAgain();
    expect(titles(await home(next))).toEqual([
      ['Just now', true],
      ['Long ago', false],
    ]);
    const before = Date.now() - 2 * DAY;
    expect(Math.abs(new Date((await home(next)).lastVisitAt ?? 0).getTime() - before)).toBeLessThan(60_000);
    // The visit that goes on elsewhere still begins after the one before it.
    expect((await home(visit)).lastVisitAt).not.toEqual((await home(next)).lastVisitAt);
    expect((await home(next)).unread).toMatchObject({ total: 2, new: 1 });
  });

  it('has one order of visits, though two browsers sign in at once', async () => {
    const browsers = await Promise.all([signInAgain(), signInAgain()]);
    const visits = await Promise.all(browsers.map(async (browser) => (await home(browser)).lastVisitAt));
    expect(new Set(visits).size).toBe(2);
    expect(visits).not.toContain(null);
  });

  it('names twenty at most, and says how many there are', async () => {
    const dossier = await givenDossier(jan, anna.client);
    for (let n = 1; n <= 22; n += 1) await write(jan.desk, dossier, { subject: `Letter ${n}` });
    const { unread } = await home();
    expect(unread).toMatchObject({ total: 22, new: 22 });
    expect(unread.items.map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, place) => `Letter ${22 - place}`),
    );
  });

  it('costs two queries beside the one for the session, however much there is', async () => {
    for (let n = 0; n < 3; n += 1) await write(jan.desk, await givenDossier(jan, anna.client));
    await home();
    expect(await statementsOf(house, () => home())).toHaveLength(3);
  });

  it('is nothing of another client, and what a colleague has opened is still unread here', async () => {
    const other = await givenPortalClient(house, jan);
    await write(jan.desk, await givenDossier(jan, other.client));
    expect((await home()).unread).toEqual({ total: 0, new: 0, items: [] });
    const dossier = await givenDossier(jan, anna.client);
    const colleague = await givenSecondAccount(house, anna);
    const message = (await write(jan.desk, dossier)).as(deskMessageSchema);
    await anna.portal.get(`/messages/${message.id}`);
    expect((await home()).unread.total).toBe(0);
    expect((await home(colleague.portal)).unread.total).toBe(1);
  });
});

describe('what is not theirs any more', () => {
  it('is not named, though it was announced to them: a dossier that went to somebody else', async () => {
    const [kept, moved] = [await givenDossier(jan, anna.client), await givenDossier(jan, anna.client)];
    await write(jan.desk, kept, { subject: 'Kept' });
    await write(jan.desk, moved, { subject: 'Moved' });
    const other = await givenPortalClient(house, jan);
    const { connection } = house.strapi.db;
    const theirs = connection('clients').where({ document_id: other.client.id }).select('id');
    await connection('dossiers').where({ document_id: moved.id }).update({ client_id: theirs });
    expect((await home()).unread).toMatchObject({ total: 1, items: [{ title: 'Kept' }] });
    expect((await home()).dossiers.total).toBe(1);
  });
});

describeWithScanner('a document that nobody has opened', () => {
  it('is named with its shelf until it is opened, and never what the client has sent', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const document = await givenDocument(jan, dossier, { name: 'Deed.pdf', shelf: 'correspondence' });
    await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    expect((await home()).unread.items).toMatchObject([
      { kind: 'document', id: document.id, title: 'Deed.pdf', shelf: 'correspondence' },
    ]);
    await anna.portal.get(`/documents/${document.id}/view`);
    expect((await home()).unread).toEqual({ total: 0, new: 0, items: [] });
  });

  it('is a remark beside its document, too, until it is read or the document is withdrawn', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const document = await givenDocument(jan, dossier);
    const remark = async () =>
      (await jan.desk.post(`/documents/${document.id}/remarks`, { body: 'Please check clause 4.' })).as(
        remarkViewSchema,
      );
    const first = await remark();
    const remarks = async (who?: Browser) =>
      (await home(who)).unread.items.filter(({ kind }) => kind === 'remark');
    expect(await remarks()).toMatchObject([
      { id: first.id, title: 'Draft deed.pdf', author: jan.name, shelf: 'documents', document: document.id },
    ]);
    expect(await remarks((await givenPortalClient(house, jan)).portal)).toEqual([]);
    await anna.portal.get(`/documents/${document.id}/remarks`);
    expect(await remarks()).toEqual([]);
    await remark();
    expect(await remarks()).toHaveLength(1);
    await jan.desk.post(`/documents/${document.id}/withdrawal`);
    expect((await home()).unread).toMatchObject({ total: 0, items: [] });
  });

  it('is named no more when it was withdrawn', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const document = await givenDocument(jan, dossier);
    await jan.desk.post(`/documents/${document.id}/withdrawal`);
    expect((await home()).unread.total).toBe(0);
    const second = await givenDocument(jan, dossier);
    await house.strapi.db.query('api::document.document').update({
      where: { documentId: second.id },
      data: { withdrawnAt: new Date() },
    });
    expect((await home()).unread.total).toBe(0);
  });
});
