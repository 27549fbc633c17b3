import { z } from 'zod';
import { givenAdministrator, startStrapi, type Browser, type House } from '../support';
import { panelOf } from '../plugins/admin-panel';

let house: House;
let panel: Browser;

beforeAll(async () => {
  house = await startStrapi();
  panel = await panelOf(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

/** What answers the administrator at these addresses although nothing should. */
const openOf = async (addresses: string[]): Promise<string[]> => {
  const open: string[] = [];
  for (const address of addresses) {
    const [method = '', where = ''] = address.split(' ');
    const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
    const { status } = await panel.send(method, where, body, { 'content-type': 'application/json' });
    if (status !== 404 && status !== 405) open.push(`${address} answered ${status}`);
  }
  return open;
};

/** The rights of the administrator, who has all there are. */
const rights = async (): Promise<string[]> => {
  const all = z.object({ data: z.array(z.object({ action: z.string() })) });
  return (await panel.get('/admin/users/me/permissions')).as(all).data.map(({ action }) => action);
};

describe('the mail of the firm', () => {
  const mail = {
    to: 'anybody@evil.example',
    subject: 'From your lawyer',
    text: 'Pay here',
    html: 'Pay here',
  };

  it('is sent to nobody by hand, not even by the administrator', async () => {
    for (const address of ['/email', '/email/test', '/api/email'])
      expect([404, 405]).toContain((await panel.post(address, mail)).status);
    expect(house.inbox.waiting(mail.to)).toEqual([]);
  });

  it('has no page in the panel', async () => {
    expect(await openOf(['GET /email/settings', 'POST /email/verify'])).toEqual([]);
    expect((await rights()).filter((right) => right.startsWith('plugin::email.'))).toEqual([]);
  });
});
