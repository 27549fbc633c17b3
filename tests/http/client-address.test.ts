import fc from 'fast-check';
import { z } from 'zod';
import { clientAddress, proxyList } from '../../src/http/client-address';
import {
  browser,
  givenAdministrator,
  nextNumber,
  portal,
  startProxy,
  startStrapi,
  type House,
  type Proxy,
} from '../support';
import { panelOf } from '../plugins/admin-panel';

const PROXY = '127.0.0.9';
const FORGED = [
  '198.51.100.1',
  '198.51.100.2',
  '198.51.100.3',
  '198.51.100.4',
  '198.51.100.5',
  '198.51.100.6',
];

const locks = z.object({ data: z.array(z.object({ label: z.string(), lastAddress: z.string() })) });

/** From where the last wrong password of `userName` came, as the firm sees it. */
const lastAddressOf = async (house: House, userName: string): Promise<string | undefined> => {
  const panel = await panelOf(house, await givenAdministrator(house));
  const { data } = (await panel.get('/lockout/locked')).as(locks);
  return data.find(({ label }) => label === userName)?.lastAddress;
};

const failFrom = async (url: string, userName: string, forwardedFor: string) =>
  (await portal(url, { 'x-forwarded-for': forwardedFor }).post('/session', { userName, password: 'wrong' }))
    .status;

const failFromAll = async (url: string, userName: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (const forged of FORGED.slice(0, 4)) statuses.push(await failFrom(url, userName, forged));
  return statuses;
};

const adminTries = async (url: string, email: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (const forged of FORGED) {
    const stranger = browser(url, '/admin', { 'x-forwarded-for': forged });
    statuses.push((await stranger.post('/login', { email, password: 'Not the right one 1' })).status);
  }
  return statuses;
};

describe.each([
  ['no proxy', {}],
  ['a named proxy in front', { TRUSTED_PROXIES: `10.0.0.0/8, ${PROXY}` }],
  // Said, because what an earlier house was told stays in the environment.
  ['a proxy in front that nobody named', { TRUSTED_PROXIES: '' }],
])('with %s, a forged X-Forwarded-For', (which, settings) => {
  let house: House;
  let proxy: Proxy | undefined;
  const url = () => proxy?.url ?? house.baseUrl;

  beforeAll(async () => {
    house = await startStrapi(settings);
    if (which.includes('in front')) proxy = await startProxy(house.baseUrl, PROXY);
  });
  afterAll(async () => {
    await proxy?.stop();
    await house.stop();
  });

  it('does not pass the lock of an account, and is not what the firm reads', async () => {
    const userName = `client${nextNumber()}@client.example`;
    expect(await failFromAll(url(), userName)).toEqual([401, 401, 401, 423]);
    const heard = which.includes('nobody named') ? PROXY : '127.0.0.1';
    expect(await lastAddressOf(house, userName)).toBe(heard);
  });

  it("does not pass the lock of the admin panel, nor Strapi's own limit on its sign-in", async () => {
    const email = `medewerker${nextNumber()}@kantoor.example`;
    expect(await adminTries(url(), email)).toEqual([400, 400, 400, 400, 400, 429]);
    const [, , third] = FORGED;
    expect(await lastAddressOf(house, email)).not.toBe(third);
  });
});

describe('the address of who asks', () => {
  const proxies = proxyList(['127.0.0.9', '10.0.0.0/8', '2001:db8::/32']);
  const heard = (peer: string, forwardedFor: string) => clientAddress(peer, forwardedFor, proxies);

  it.each([
    ['192.0.2.1', '', '192.0.2.1'],
    ['192.0.2.1', '198.51.100.1', '192.0.2.1'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.66, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.66, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['2001:db8::1', '198.51.100.1:4711', '198.51.100.1'],
    ['10.1.2.3', '[2001:DB9::7]:4711', '2001:db9::7'],
    ['10.1.2.3', '', '10.1.2.3'],
    ['10.1.2.3', '198.51.100.1, unknown', '10.1.2.3'],
    ['10.1.2.3', "198.51.100.1, <script>alert('x')</script>", '10.1.2.3'],
    ['', '198.51.100.1', ''],
  ])('heard from %p, told %p, is %p', (peer, forwardedFor, address) => {
    expect(heard(peer, forwardedFor)).toBe(address);
  });

  it('is never what stands before the last word of a proxy of ours', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.ipV4().filter((ip) => !ip.startsWith('10.') && ip !== '127.0.0.9'),
        (told, ip) => {
          expect(heard('10.1.2.3', `${told}, ${ip}`)).toBe(ip);
          expect(heard(ip, told)).toBe(ip);
        },
      ),
    );
  });
});

describe('TRUSTED_PROXIES', () => {
  it.each(['proxy.example', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/8', '::1/129'])(
    'that holds %p lets nothing start',
    async (TRUSTED_PROXIES) => {
      await expect(startStrapi({ TRUSTED_PROXIES })).rejects.toThrow(/TRUSTED_PROXIES/);
    },
  );
});
