import type { Refusals } from '../../../src/plugins/virus-scan/server/services/refusals';
import {
  browser,
  givenAdministrator,
  givenStaff,
  startStrapi,
  type Browser,
  type House,
} from '../../support';
import { allow, panelOf } from '../admin-panel';

let house: House;
let panel: Browser;

beforeAll(async () => {
  house = await startStrapi();
  panel = await panelOf(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const refusals = () => house.strapi.plugin('virus-scan').service<Refusals>('refusals');

describe('the list of refused files', () => {
  const refused = (scope: string, name: string) =>
    refusals().record({
      actor: 'a',
      scope,
      name,
      size: 5_000_000_000,
      sha256: 'x',
      reason: 'infected',
      signature: null,
    });

  it('gives the newest of the scopes that were asked for', async () => {
    await refused('one', 'first');
    await refused('two', 'second');
    await refused('one', 'third');
    const names = async (scopes: string[] | undefined, limit = 10) =>
      (await refusals().list({ ...(scopes && { scopes }), limit })).map(({ name }) => name);
    expect(await names(['one'])).toEqual(['third', 'first']);
    expect(await names(['one', 'two'], 2)).toEqual(['third', 'second']);
    expect(await names(undefined)).toEqual(['third', 'second', 'first']);
    expect(await names([])).toEqual([]);
  });

  it('keeps what a name should not have, as far as the database can', async () => {
    await refused('odd', 'x'.repeat(500));
    await refused('odd', 'a\0b');
    const list = await refusals().list({ scopes: ['odd'], limit: 10 });
    expect(list.map(({ name, size }) => [name.length, size])).toEqual([
      [2, 5_000_000_000],
      [255, 5_000_000_000],
    ]);
  });

  it('is closed to strangers and to staff without the right', async () => {
    const stranger = browser(house.baseUrl, '');
    const jan = await panelOf(house, await givenStaff(house));
    for (const route of ['/virus-scan/refusals', '/virus-scan/health']) {
      expect([(await stranger.get(route)).status, (await jan.get(route)).status]).toEqual([401, 403]);
    }
  });

  it.each([
    ['the state of the scanner', 'plugin::virus-scan.health', [200, 403]],
    ['refused files', 'plugin::virus-scan.refusals', [403, 200]],
  ])('shows %s alone to who may see that alone', async (_what, right, statuses) => {
    const jan = await givenStaff(house);
    await allow(await givenAdministrator(house), jan, [right]);
    const panelOfJan = await panelOf(house, jan);
    const routes = ['/virus-scan/health', '/virus-scan/refusals'];
    const answers = await Promise.all(routes.map((route) => panelOfJan.get(route)));
    expect(answers.map(({ status }) => status)).toEqual(statuses);
  });

  it('refuses a limit that is none', async () => {
    expect((await panel.get('/virus-scan/refusals?limit=many')).status).toBe(400);
  });
});
