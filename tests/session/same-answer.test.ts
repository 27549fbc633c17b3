import {
  givenAdministrator,
  givenClient,
  givenPortalClient,
  portal,
  startStrapi,
  type Answer,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { silenceWorker } from '../notification/outbox';

/** Medians of so many, each: short requests need more, so that a busy machine does not tell them apart. */
const JUDGED = 200;
const WRITTEN = 800;
const WARM_UP = 50;

let house: House;
let staff: StaffMember;
let anna: PortalClient;
let invited: string;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
  anna = await givenPortalClient(house, staff);
  const client = await givenClient(staff);
  await staff.desk.post(`/clients/${client.id}/invitation`);
  await house.inbox.next(client.email);
  invited = client.email;
});
beforeEach(() => silenceWorker(house));
afterAll(() => house.stop());

const somebody = () => portal(house.baseUrl);
let strangers = 0;
const stranger = () => `stranger${(strangers += 1)}@client.example`.padStart(anna.email.length, 'x');

/** Everything of an answer that a stranger can look at, but the moment. */
const seen = ({ status, headers, json }: Answer) => {
  const names = [...headers].filter(([name]) => name !== 'date');
  return { status, json, headers: Object.fromEntries(names) };
};

const median = (times: number[]): number => {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** The counters of wrong passwords are no part of this: nobody is locked. */
const unlock = () => house.strapi.db.connection('lockout_counters').delete();

const timed = async (ask: () => Promise<Answer>): Promise<number> => {
  await unlock();
  const start = performance.now();
  await ask();
  return performance.now() - start;
};

/**
 * How much longer a known address takes than an unknown one, as a share of the latter's median: the median of what
 * lies between the two of each round. They are asked one right after the other, so that a machine that is busy for a
 * while slows both of a round; the medians of all known and of all unknown would tell apart when it was busy.
 */
const difference = async (
  known: () => Promise<Answer>,
  unknown: () => Promise<Answer>,
  rounds: number,
): Promise<number> => {
  const unknowns: number[] = [];
  const apart: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const times = { known: 0, unknown: 0 };
    // Who goes first changes from round to round.
    const order = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const who of order) times[who] = await timed(who === 'known' ? known : unknown);
    if (round < 0) continue;
    unknowns.push(times.unknown);
    apart.push(times.known - times.unknown);
  }
  return median(apart) / median(unknowns);
};

const asks: [string, (userName: string) => Promise<Answer>, () => string, number][] = [
  [
    'signing in with a wrong password',
    (userName) => somebody().post('/session', { userName, password: 'not the right one' }),
    () => anna.email,
    JUDGED,
  ],
  [
    'asking for a new password',
    (email) => somebody().post('/password-reset', { email }),
    () => anna.email,
    WRITTEN,
  ],
  [
    'asking to activate an account',
    (email) => somebody().post('/activation', { email }),
    () => invited,
    WRITTEN,
  ],
];

describe.each(asks)('%s', (_what, ask, known, rounds) => {
  beforeEach(unlock);

  it('is answered alike for known and unknown: status, headers and words', async () => {
    const [theirs, nobodys] = [await ask(known()), await ask(stranger())];
    expect(seen(theirs)).toEqual(seen(nobodys));
  });

  it('asks the database the same for both', async () => {
    const statementsOf = async (userName: string): Promise<string[]> => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => void statements.push(sql);
      house.strapi.db.connection.on('query', listen);
      await ask(userName);
      house.strapi.db.connection.removeListener('query', listen);
      return statements;
    };
    expect(await statementsOf(known())).toEqual(await statementsOf(stranger()));
  });

  it('takes as long for known as for unknown: less than a tenth lies between them in the median', async () => {
    const apart = await difference(
      () => ask(known()),
      () => ask(stranger()),
      rounds,
    );
    expect(Math.abs(apart)).toBeLessThan(0.1);
  }, 300_000);
});
