import {
  givenAdministrator,
  givenPortalClient,
  portal,
  startStrapi,
  type Answer,
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

/** Nobody's account can be looked up until the answer is called: so all who sign in are under way at once. */
const holdUp = async (): Promise<() => Promise<unknown>> => {
  const { connection, dialect } = house.strapi.db;
  // On SQLite a transaction has the only connection anyhow.
  const held = await connection.transaction();
  if (dialect.client === 'postgres') await held.raw('LOCK TABLE up_users IN ACCESS EXCLUSIVE MODE');
  return () => held.rollback();
};

describe('more sign-ins at once than the house can judge', () => {
  it('are refused as busy beyond 200, with when to come again, and are not counted', async () => {
    house.strapi.log.level = 'silent';
    const letGo = await holdUp();
    const everybody = Array.from({ length: 250 }, (_, n) => signIn(`stranger${n}@client.example`, 'wrong'));
    let refused = 0;
    const busy = await new Promise<Answer[]>((resolve) => {
      const answers: Answer[] = [];
      for (const somebody of everybody)
        void somebody.then((answer) => {
          answers.push(answer);
          if ((refused += 1) === 50) resolve(answers.slice());
        });
    });
    await letGo();
    const all = await Promise.all(everybody);
    house.strapi.log.level = 'error';

    for (const answer of busy) {
      expect([answer.status, answer.error.code]).toEqual([503, 'busy']);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    expect(all.filter(({ status }) => status === 401)).toHaveLength(200);
    const rows = (table: string) => house.strapi.db.connection(table).where('label', 'like', 'stranger%');
    expect(await rows('security_events')).toHaveLength(200);
    expect(await rows('lockout_counters')).toHaveLength(200);
    expect((await signIn(anna.email, anna.password)).status).toBe(200);
  });
});
