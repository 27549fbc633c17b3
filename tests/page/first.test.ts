import { sessionViewSchema } from '../../src/contract/account';
import type { Browser, House, PortalClient, StaffMember } from '../support';
import {
  givenAdministrator,
  givenDossier,
  givenPassword,
  givenPortalClient,
  givenSettings,
  startStrapi,
  statementsOf,
} from '../support';
import { UNKNOWN_ID, write } from '../access/case';
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
/** What the app would hear at these addresses. */
const heard = async (who: Browser, addresses: string[]) =>
  Object.fromEntries(
    await Promise.all(addresses.map(async (address) => [address, (await who.get(address)).json] as const)),
  );
const asked = (answers: object) => Object.keys(answers).sort();

describe('the page of who is signed in', () => {
  it('says what Home would ask, in the words in which it would be answered', async () => {
    await givenDossier(jan, anna.client);
    await write(jan.desk, await givenDossier(jan, anna.client));
    for (const address of ['', '/', '/home']) {
      const { '/session': session, ...answers } = await answersAt(anna.portal, address);
      expect(answers).toEqual(await heard(anna.portal, ['/firm', '/home']));
      const { account, endsIn } = sessionViewSchema.parse(session);
      expect(account?.email).toBe(anna.email);
      expect(endsIn?.idle).toBeGreaterThan(1700);
    }
  });

  it('brings a dossier, with its messages where they are what is seen first', async () => {
    const [quiet, told] = [await givenDossier(jan, anna.client), await givenDossier(jan, anna.client)];
    await write(jan.desk, told);
    const { '/session': _, ...first } = await answersAt(anna.portal, `/dossiers/${quiet.id}`);
    expect(first).toEqual(await heard(anna.portal, ['/firm', '/home', `/dossiers/${quiet.id}`]));
    const place = `/dossiers/${told.id}`;
    for (const address of [place, `${place}/messages`]) {
      const { '/session': __, ...answers } = await answersAt(anna.portal, address);
      expect(answers).toEqual(await heard(anna.portal, ['/firm', '/home', place, `${place}/messages`]));
    }
    for (const address of [`${place}/documents`, `${place}/messages/new`])
      expect(asked(await answersAt(anna.portal, address))).toEqual([
        '/dossiers/' + told.id,
        '/firm',
        '/home',
        '/session',
      ]);
  });

  it('leads to the only dossier from the portal, and not from Home (R42)', async () => {
    const { id } = await givenDossier(jan, anna.client);
    expect(asked(await answersAt(anna.portal))).toContain(`/dossiers/${id}`);
    expect(asked(await answersAt(anna.portal, '/home'))).toEqual(['/firm', '/home', '/session']);
    await givenDossier(jan, anna.client);
    expect(asked(await answersAt(anna.portal))).toEqual(['/firm', '/home', '/session']);
  });

  it('names the code that it needs, and the words of its reader', async () => {
    const { id } = await givenDossier(jan, anna.client);
    await anna.portal.patch('/account', { language: 'de' });
    const html = async (who: Browser | null, address: string, language?: string) =>
      (await open(who, address, language ? { 'accept-language': language } : {})).bytes.toString();
    const dossier = await html(anna.portal, `/dossiers/${id}`, 'nl');
    for (const file of ['frame.js', 'documents.js', 'de.js'])
      expect(dossier).toContain(
        `<link rel="modulepreload" crossorigin fetchpriority="low" href="/portal/assets/${file}">`,
      );
    expect(dossier).not.toContain('nl.js');
    expect(await html(anna.portal, '/home')).toContain(
      '<link rel="stylesheet" crossorigin href="/portal/assets/home.css">',
    );
    const signIn = await html(null, '/sign-in', 'nl-BE,fr;q=0.8');
    expect(signIn).toContain('sign-in.js');
    expect(signIn).toContain('nl.js');
  });

  it('is kept by nobody, and read by no other site', async () => {
    for (const [who, address] of [
      [anna.portal, '/home'],
      [null, '/sign-in'],
    ] as const) {
      const { headers } = await open(who, address);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    }
  });

  it('costs the same however much there is', async () => {
    const dossier = await givenDossier(jan, anna.client);
    await write(jan.desk, dossier);
    const cost = async () =>
      (await statementsOf(house, () => open(anna.portal, `/dossiers/${dossier.id}/messages`))).length;
    await cost();
    const before = await cost();
    for (let n = 0; n < 3; n += 1) await write(jan.desk, dossier);
    await givenDossier(jan, anna.client);
    expect(await cost()).toBe(before);
  });
});

describe('the page of somebody else', () => {
  it('carries nothing of a dossier that is not theirs, and cannot be told from that of nothing', async () => {
    const eva = await givenPortalClient(house, jan);
    const { id } = await givenDossier(jan, eva.client, { description: 'Sale of the mill' });
    await write(jan.desk, { id }, { subject: 'The mill' });
    const page = async (address: string) => {
      const answer = await open(anna.portal, address);
      expect([answer.status, asked(answersIn(answer))]).toEqual([200, ['/firm', '/home', '/session']]);
      return answer.bytes.toString().replace(/"(idle|overall)":\d+/g, '');
    };
    const nothing = await page(`/dossiers/${UNKNOWN_ID}`);
    for (const address of [
      `/dossiers/${id}`,
      `/dossiers/${id}/messages`,
      '/dossiers/%00',
      '/dossiers/%F0%9F%98%80',
    ]) {
      const html = await page(address);
      expect(html).toBe(nothing);
      expect(html).not.toMatch(/mill/);
    }
    expect((await page('/home')).includes('mill')).toBe(false);
  });

  it('says nothing of a session where no cookie came, as from a link in a mail', async () => {
    const { id } = await givenDossier(jan, anna.client);
    for (const address of ['', '/home', `/dossiers/${id}`])
      expect(asked(await answersAt(null, address))).toEqual(['/firm']);
  });

  it('says that nobody is signed in where the session has ended, in whichever way', async () => {
    const nobody = { account: null, endsIn: null };
    const endings: Record<string, () => Promise<unknown>> = {
      unused: () => passMinutes(house, anna.portal, 31),
      'signed out': () => sessionRow(house, anna.portal).delete(),
      blocked: () => jan.desk.put(`/clients/${anna.client.id}/blocking`, { blocked: true }),
      'not active': () =>
        house.strapi.db.connection('up_users').where({ email: anna.email }).update({ activated_at: null }),
    };
    for (const [how, end] of Object.entries(endings)) {
      anna = await givenPortalClient(house, jan);
      const { id } = await givenDossier(jan, anna.client);
      await end();
      for (const address of ['/home', `/dossiers/${id}`]) {
        const { '/firm': _, ...answers } = await answersAt(anna.portal, address);
        expect([how, answers]).toEqual([how, { '/session': nobody }]);
      }
    }
  });

  it('says nothing between the password and the second step', async () => {
    await givenSettings(house, { secondStep: 'compulsory' });
    const half = await givenPassword(house, anna, false);
    await givenSettings(house, { secondStep: 'optional' });
    expect([...half.cookies.keys()]).toEqual(['aktenpoort_sign_in']);
    for (const address of ['', '/second-step/set-up'])
      expect(asked(await answersAt(half, address))).toEqual(['/firm']);
  });

  it('says nothing of who is signed in before the sign-in and at addresses of nothing', async () => {
    for (const address of ['/sign-in', '/password', '/nothing', '/HOME/../x'])
      expect(asked(await answersAt(anna.portal, address))).toEqual(['/firm']);
  });
});
