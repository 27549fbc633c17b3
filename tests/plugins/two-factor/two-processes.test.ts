import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Caps } from '../../../src/plugins/two-factor/server/services/caps';
import type { Challenges } from '../../../src/plugins/two-factor/server/services/challenges';
import { startStrapi, type House } from '../../support';

let house: House;
beforeAll(async () => {
  house = await startStrapi();
});
afterAll(() => house.stop());

const diedOf = async (child: ChildProcess): Promise<never> => {
  const [code] = (await once(child, 'exit')) as unknown[];
  throw new Error(`The second process ended with ${String(code)}`);
};
const many = async (act: () => Promise<boolean>): Promise<number> =>
  (await Promise.all(Array.from({ length: 50 }, act))).filter(Boolean).length;

describe('two processes', () => {
  it('judge five tries of a challenge together, and keep one cap', async () => {
    const plugin = house.strapi.plugin('two-factor');
    const [challenges, caps] = [plugin.service<Challenges>('challenges'), plugin.service<Caps>('caps')];
    const challenge = await challenges.open('anna');
    const cap = { key: 'sms-number:31612345678', max: 5, minutes: 60 };
    const root = path.resolve(__dirname, '../../..');
    const second = fork(path.join(__dirname, 'second-process.cjs'), [root, path.join(root, 'dist')]);
    // Listened for from now on: it may have answered and gone while this one is still busy.
    const ended = once(second, 'exit');
    await Promise.race([once(second, 'message'), diedOf(second)]);
    const answered = once(second, 'message');
    second.send({ challenge, subject: 'anna', cap, times: 50 });
    const tries = await many(() => challenges.takeTry(challenge, 'anna'));
    const uses = await many(() => caps.take([cap]));
    const [theirs] = (await Promise.race([answered, diedOf(second)])) as [{ tries: number; uses: number }];
    expect({ tries: tries + theirs.tries, uses: uses + theirs.uses }).toEqual({ tries: 5, uses: 5 });
    await ended;
  });

  it('start a cap anew when its time is over', async () => {
    const caps = house.strapi.plugin('two-factor').service<Caps>('caps');
    const cap = { key: 'another', max: 2, minutes: 60 };
    const take = () => caps.take([cap]);
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
    await house.strapi.db.connection('two_factor_caps').update({ ends_at: new Date(Date.now() - 1) });
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  });
});
