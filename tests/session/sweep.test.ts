import {
  givenAdministrator,
  givenPortalClient,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';

interface Sweep {
  sweepEnded(now: Date): Promise<void>;
}

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const HOUR = 60 * 60_000;
const rows = (table: string) => house.strapi.db.connection(table);
const count = async (table: string): Promise<number> =>
  ((await rows(table).select('id')) as unknown[]).length;
const sweep = (now: Date) =>
  (house.strapi.service('api::session.sweep-ended') as unknown as Sweep).sweepEnded(now);

describe('what has ended', () => {
  it('is swept away, and what has not is kept', async () => {
    await anna.portal.post('/password-reset', { email: anna.email });
    await house.inbox.next(anna.email);
    const before = { sessions: await count('sessions'), links: await count('mailed_links') };
    expect(before).toEqual({ sessions: 1, links: 2 });

    const wish = {
      pending_email: 'new@client.example',
      pending_email_until: new Date(Date.now() + HOUR / 2),
    };
    await rows('up_users').where({ email: anna.email }).update(wish);
    const pending = () => rows('up_users').where({ email: anna.email }).pluck('pending_email');

    await sweep(new Date());
    expect(await pending()).toEqual([wish.pending_email]);
    expect({ sessions: await count('sessions'), links: await count('mailed_links') }).toEqual(before);
    await sweep(new Date(Date.now() + HOUR));
    expect(await count('sessions')).toBe(0);
    expect(await pending()).toEqual([null]);
    await sweep(new Date(Date.now() + 49 * HOUR));
    expect(await count('mailed_links')).toBe(0);
  });
});
