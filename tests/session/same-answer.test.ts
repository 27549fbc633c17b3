import { CODE_SELECTOR, plainCode } from '../../src/contract/activation';
import {
  givenAdministrator,
  givenClient,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
  statementsOf,
  type Answer,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { codeFor, givenInvited } from '../activation/people';
import { silenceWorker } from '../notification/outbox';

/** Medians of so many, each: short requests need more, so that a busy machine does not tell them apart. */
const JUDGED = 200;
const WRITTEN = 800;
const WARM_UP = 50;

let house: House;
let staff: StaffMember;
let anna: PortalClient;
let invited: string;
/** Activation codes that do not work, each for another reason. */
const codes: Record<string, string> = {};

/** Before the worker is silent: each invitation is a mail. */
const makeCodes = async (): Promise<void> => {
  await givenSettings(house, { activationWay: 'code' });
  const given = async () => codeFor(staff, await givenInvited(house, staff));
  const [wrong, used, expired] = [await given(), await given(), await given()];
  await somebody().post('/activation/code', { code: used, password: anna.password });
  await house.strapi.db
    .connection('activation_codes')
    .where({ selector: plainCode(expired).slice(0, CODE_SELECTOR) })
    .update({ ends_at: new Date(Date.now() - 1) });
  Object.assign(codes, { wrong: wrong.slice(0, -1) + (wrong.endsWith('3') ? '4' : '3'), used, expired });
  await givenSettings(house, { activationWay: 'mail' });
};

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
  anna = await givenPortalClient(house, staff);
  const client = await givenClient(staff);
  await staff.desk.post(`/clients/${client.id}/invitation`);
  await house.inbox.next(client.email);
  invited = client.email;
  await makeCodes();
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

/** The counters of what was wrong are no part of this: nobody is locked, and every code may be tried. */
const unlock = async (): Promise<void> => {
  await house.strapi.db.connection('lockout_counters').delete();
  await house.strapi.db.connection('activation_codes').update({ tries: 0 });
};

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

const asked = async (ask: () => Promise<Answer>): Promise<string[]> =>
  (await statementsOf(house, ask)).map(({ sql }) => sql);

describe.each(asks)('%s', (_what, ask, known, rounds) => {
  beforeEach(unlock);

  it('is answered alike for known and unknown: status, headers and words', async () => {
    const [theirs, nobodys] = [await ask(known()), await ask(stranger())];
    expect(seen(theirs)).toEqual(seen(nobodys));
  });

  it('asks the database the same for both', async () => {
    const [theirs, nobodys] = [known(), stranger()];
    expect(await asked(() => ask(theirs))).toEqual(await asked(() => ask(nobodys)));
  });

  it('takes as long for known as for unknown: less than a tenth lies between them in the median', async () => {
    const apart = await difference(
      () => ask(known()),
      () => ask(stranger()),
      rounds,
    );
    expect(Math.abs(apart)).toBeLessThan(0.1);
  });
});

describe('activating an account by a code that does not work', () => {
  const NOBODYS = 'BCDFG-34679-HJKMN';
  const use = (code: string) => somebody().post('/activation/code', { code, password: anna.password });

  beforeAll(() => givenSettings(house, { activationWay: 'code' }));
  beforeEach(unlock);

  it.each(['wrong', 'used', 'expired'])('is answered, and asked of the database, alike: %s', async (kind) => {
    const code = codes[kind] ?? '';
    const nobodys = await use(NOBODYS);
    expect(nobodys.error.code).toBe('code-invalid');
    expect(seen(await use(code))).toEqual(seen(nobodys));
    expect(await asked(() => use(code))).toEqual(await asked(() => use(NOBODYS)));
  });

  it('takes as long whether it is somebody’s or nobody’s: less than a tenth lies between them', async () => {
    const kinds = Object.values(codes);
    let turn = 0;
    const somebodys = () => use(kinds[(turn += 1) % kinds.length] ?? '');
    expect(Math.abs(await difference(somebodys, () => use(NOBODYS), JUDGED))).toBeLessThan(0.1);
  });
});
