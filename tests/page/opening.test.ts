import { homeViewSchema } from '../../src/contract/home';
import { deskMessageSchema } from '../../src/contract/message';
import type { Browser, House, PortalClient, StaffMember } from '../support';
import {
  describeWithScanner,
  givenAdministrator,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
} from '../support';
import { write } from '../access/case';
import { passMinutes, sessionRow } from '../session/rows';
import { answersIn, openPage, withPage } from './pages';

let house: House;
let jan: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi({}, withPage);
  jan = await givenAdministrator(house);
});
beforeEach(async () => {
  anna = await givenPortalClient(house, jan);
});
afterAll(() => house.stop());

const open = (who: Browser | null, address?: string, headers?: Record<string, string>, method?: string) =>
  openPage(house, who, address, headers, method);
const answersAt = async (who: Browser | null, address?: string, headers?: Record<string, string>) =>
  answersIn(await open(who, address, headers));
const asked = (answers: object) => Object.keys(answers).sort();

describe('opening a page', () => {
  const lastUsed = async (): Promise<number> => {
    const [row] = (await sessionRow(house, anna.portal)) as { last_used_at: string }[];
    return new Date(row?.last_used_at ?? 0).getTime();
  };
  const isUsedBy = async (visit: () => Promise<unknown>): Promise<boolean> => {
    await passMinutes(house, anna.portal, 10);
    const before = await lastUsed();
    await visit();
    return (await lastUsed()) !== before;
  };

  it('uses the session, as what it spares would have', async () => {
    expect(await isUsedBy(() => open(anna.portal, '/home'))).toBe(true);
    expect(await isUsedBy(() => open(anna.portal, '/sign-in'))).toBe(false);
  });

  it.each([
    ['about its headers alone', {}, 'HEAD'],
    ['ahead', { 'sec-purpose': 'prefetch' }, 'GET'],
    ['to be drawn ahead', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['ahead by an older browser', { purpose: 'prefetch' }, 'GET'],
    ['as a picture', { 'sec-fetch-dest': 'image' }, 'GET'],
    ['as part of another page', { 'sec-fetch-dest': 'iframe' }, 'GET'],
    ['by a script', { 'sec-fetch-dest': 'empty' }, 'GET'],
  ])('does not, and carries nothing of a person, where it is asked %s', async (_how, headers, method) => {
    const visit = () => open(anna.portal, '/home', headers, method);
    expect(await isUsedBy(visit)).toBe(false);
    const answer = await visit();
    expect(answer.status).toBe(200);
    expect(answer.bytes.toString()).not.toContain(anna.email);
    if (method === 'GET') expect(asked(answersIn(answer))).toEqual(['/firm']);
    else expect(answer.bytes).toHaveLength(0);
  });

  it('is a visit where the browser says so', async () => {
    const answers = await answersAt(anna.portal, '/home', { 'sec-fetch-dest': 'document' });
    expect(asked(answers)).toEqual(['/firm', '/home', '/session']);
  });

  it('still brings a page that can say what is wrong, where the answers cannot be had', async () => {
    await givenSettings(house, { name: 'De Vries' });
    const firms = house.strapi.db.connection('firms');
    await firms.clone().update({ default_language: 'xx' });
    house.strapi.log.level = 'silent';
    const answer = await open(anna.portal, '/home');
    house.strapi.log.level = 'error';
    await firms.clone().update({ default_language: 'nl' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.bytes.toString()).toContain('<!--first-answers-->');
  });
});

describe('what stands in a page', () => {
  it('cannot end it: not the words of a case, and not the name of the firm', async () => {
    const words = '</script><script>alert(1)</script><!--<script>$&$`<!--brand-->';
    await givenSettings(house, { name: `De "V" & <b>Zn</b>` });
    const { id } = await givenDossier(jan, anna.client, { description: words });
    await write(jan.desk, { id }, { subject: words });
    const answer = await open(anna.portal, `/dossiers/${id}`);
    await givenSettings(house, { name: 'De Vries' });
    const answers = answersIn(answer);
    expect(answers[`/dossiers/${id}`]).toMatchObject({ description: words });
    expect(homeViewSchema.parse(answers['/home']).unread.items).toMatchObject([{ title: words }]);
    expect(answer.bytes.toString()).toContain('<b>De &quot;V&quot; &amp; &lt;b&gt;Zn&lt;/b&gt;</b>');
  });
});

describeWithScanner('a page that lists', () => {
  it('has opened none of it', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const document = await givenDocument(jan, dossier);
    const message = (await write(jan.desk, dossier)).as(deskMessageSchema);
    await jan.desk.post(`/documents/${document.id}/remarks`, { body: 'Please check clause 4.' });
    const place = `/dossiers/${dossier.id}`;
    for (const address of [
      '',
      '/documents',
      `/documents/${document.id}`,
      '/messages',
      `/messages/${message.id}`,
    ])
      expect(asked(await answersAt(anna.portal, place + address))).toContain(place);
    const { unread } = (await anna.portal.get('/home')).as(homeViewSchema);
    expect(unread.items.map(({ kind }) => kind).sort()).toEqual(['document', 'message', 'remark']);
    const strangers = portal(house.baseUrl);
    expect(asked(await answersAt(strangers, place))).toEqual(['/firm']);
  });
});
