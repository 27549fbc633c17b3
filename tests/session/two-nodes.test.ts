import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { locking } from './locking';
import {
  givenAdministrator,
  givenSettings,
  portal,
  startStrapi,
  type House,
  type StaffMember,
} from '../support';
import { activate, codeFor, forgetAddress, givenInvited } from '../activation/people';

let house: House;
let bea: StaffMember;
let second: ChildProcess;
/** The addresses of both processes. */
let nodes: string[];

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
  const root = path.resolve(__dirname, '../..');
  second = fork(path.join(__dirname, 'second-node.cjs'), [root, path.join(root, 'dist')]);
  const [port] = await Promise.race([once(second, 'message'), diedOf(second)]);
  nodes = [house.baseUrl, `http://127.0.0.1:${port}`];
});
afterAll(async () => {
  const ended = once(second, 'exit');
  second.send('stop');
  await ended;
  await house.stop();
});

const onBoth = <T>(times: number, ask: (baseUrl: string, n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_none, n) => ask(nodes[n % nodes.length] ?? '', n)));

const { tryWrong, givenAnna, eventsOf } = locking(
  () => house,
  () => bea,
);

const diedOf = async (child: ChildProcess): Promise<never> => {
  const [code] = await once(child, 'exit');
  throw new Error(`The second process ended with ${code}`);
};

describe('a hundred wrong passwords at once, sent to two processes', () => {
  it('are judged three times, locked once and mailed once', async () => {
    const anna = await givenAnna();
    const codes = await onBoth(100, (baseUrl) => tryWrong(portal(baseUrl), anna));
    const count = (code: string) => codes.filter((one) => one === code).length;
    expect([count('wrong-credentials'), count('account-locked')]).toEqual([3, 97]);
    expect(await eventsOf(anna, 'locked')).toHaveLength(1);
    await house.inbox.next(anna.email);
    expect(house.inbox.waiting(anna.email)).toEqual([]);
  });
});

describe('R5: one activation code, sent to two processes at once', () => {
  const codes = () => house.strapi.db.connection('activation_codes');
  beforeAll(() => givenSettings(house, { activationWay: 'code', userNames: 'chosen' }));
  beforeEach(() => forgetAddress(house));
  // All codes but those of this test are gone, so that its row is the only one.
  const givenCode = async (): Promise<string> => {
    await codes().delete();
    return codeFor(bea, await givenInvited(house, bea));
  };

  it('lets one of two in', async () => {
    const code = await givenCode();
    const answers = await onBoth(2, (baseUrl) => activate({ ...house, baseUrl }, code));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await codes().whereNotNull('used_at')).toHaveLength(1);
  });

  it('is judged five times where it is guessed at twenty times', async () => {
    const code = await givenCode();
    const wrong = code.slice(0, -1) + (code.endsWith('3') ? '4' : '3');
    const answers = await onBoth(20, (baseUrl) => activate({ ...house, baseUrl }, wrong));
    expect(new Set(answers.map(({ error }) => error.code))).toEqual(new Set(['code-invalid']));
    expect(await codes().pluck('tries')).toEqual([5]);
    expect((await activate(house, code)).error.code).toBe('code-invalid');
  });

  it('lets in who has it after four wrong ones', async () => {
    const code = await givenCode();
    const wrong = code.slice(0, -1) + (code.endsWith('3') ? '4' : '3');
    await onBoth(4, (baseUrl) => activate({ ...house, baseUrl }, wrong));
    expect((await activate({ ...house, baseUrl: nodes[1] ?? '' }, code)).status).toBe(200);
  });
});
