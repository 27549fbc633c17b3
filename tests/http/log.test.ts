import { givenCase, type Case } from '../access/case';
import { browser, startStrapi, type House } from '../support';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
afterAll(() => house.stop());

/** What the log says of one request. */
const lineOf = async (method: string, address: string): Promise<unknown[]> => {
  const log = jest.spyOn(house.strapi.log, 'http').mockReturnValue(house.strapi.log);
  await browser(house.baseUrl, '').send(method, address);
  const lines = log.mock.calls.map(([line]: unknown[]) => line);
  log.mockRestore();
  return lines;
};

describe('the log of who asked for what', () => {
  it.each([
    ['the link of a new password of staff', 'GET', '/admin/auth/reset-password', 'code'],
    ['an invitation of staff', 'GET', '/admin/auth/register', 'registrationToken'],
    ['what an invitation says', 'GET', '/admin/registration-info', 'registrationToken'],
    ['a page of the portal', 'GET', '/portal', 'secret'],
    ['an address where nothing is', 'POST', '/nothing', 'secret'],
  ])('keeps no secret that an address carries behind its path: %s', async (_what, method, path, name) => {
    const lines = await lineOf(method, `${path}?${name}=0123456789abcdef`);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${method} ${path} \\(\\d+ ms\\) \\d{3}$`))]);
  });

  it.each([
    ['a client', '/portal', '/dossiers/:id/messages'],
    ['a client, in capitals', '/PORTAL', '/dossiers/:id'],
    ['staff', '/admin/dossiers', '/:id'],
    ['staff, in capitals', '/Admin/Dossiers', '/:id/proof'],
  ])('says that a page was asked for, and never which dossier: %s', async (_who, page, rest) => {
    const lines = await lineOf('GET', page + rest.replace(':id', own.dossier.id));
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^GET ${page} \\(\\d+ ms\\) \\d{3}$`))]);
  });

  it('does not say which client staff looked at', async () => {
    const lines = await lineOf('GET', `/admin/clients/${own.anna.client.id}`);
    expect(lines).toEqual([expect.stringMatching(/^GET \/admin\/clients \(\d+ ms\) 200$/)]);
  });

  it.each(['/api/portal/dossiers', '/desk/dossiers'])('has no line about %s at all', async (address) => {
    expect(await lineOf('GET', `${address}/${own.dossier.id}`)).toEqual([]);
  });
});
