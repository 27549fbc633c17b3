import {
  givenAdministrator,
  givenPortalClient,
  portal,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const signIn = (userName: string, password: string) =>
  portal(house.baseUrl).post('/session', { userName, password });

describe('more sign-ins at once than the house can judge', () => {
  it('are refused as busy beyond 200, with when to come again, and are not counted', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => signIn(`stranger${n}@client.example`, 'not the right one')),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(200);
    expect(answers.filter(({ status }) => ![401, 503].includes(status))).toEqual([]);
    for (const answer of busy) {
      expect(answer.error.code).toBe('busy');
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    const judged: unknown[] = await house.strapi.db
      .connection('security_events')
      .where({ event: 'sign-in-refused' });
    expect(judged).toHaveLength(answers.length - busy.length);
    const counted: unknown[] = await house.strapi.db
      .connection('lockout_counters')
      .where('label', 'like', 'stranger%');
    expect(counted).toHaveLength(answers.length - busy.length);
    expect((await signIn(anna.email, anna.password)).status).toBe(200);
  });
});
