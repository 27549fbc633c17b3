import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { locking } from './locking';
import { givenAdministrator, portal, startStrapi, type House, type StaffMember } from '../support';

let house: House;
let bea: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
});
afterAll(() => house.stop());

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
    const root = path.resolve(__dirname, '../..');
    const second = fork(path.join(__dirname, 'second-node.cjs'), [root, path.join(root, 'dist')], {
      env: process.env,
    });
    const [port] = await Promise.race([once(second, 'message'), diedOf(second)]);
    const nodes = [house.baseUrl, `http://127.0.0.1:${port}`];
    const codes = await Promise.all(
      Array.from({ length: 100 }, (_none, n) => tryWrong(portal(nodes[n % 2] ?? ''), anna)),
    );
    const ended = once(second, 'exit');
    second.send('stop');
    await ended;
    const count = (code: string) => codes.filter((one) => one === code).length;
    expect([count('wrong-credentials'), count('account-locked')]).toEqual([3, 97]);
    expect(await eventsOf(anna, 'locked')).toHaveLength(1);
    await house.inbox.next(anna.email);
    expect(house.inbox.waiting(anna.email)).toEqual([]);
  });
});
