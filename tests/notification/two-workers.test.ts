import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { House } from '../support';
import { startStrapi } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { deliver, LATER, outbox, postpone, silenceWorker } from './outbox';

let house: House;
let own: Case;

const MAILS = 30;
const ROOT = path.resolve(__dirname, '../..');

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
  await silenceWorker(house);
});
beforeEach(async () => {
  await house.strapi.db.connection('notifications').delete();
  for (let n = 0; n < MAILS; n += 1) await write(own.jan.desk, own.dossier);
  await postpone(house, LATER);
});
afterAll(() => house.stop());

/** Takes rows until none is left. */
const drain = async (): Promise<number> => {
  let taken = 0;
  for (let last = 1; last > 0; taken += last) last = await deliver(house, LATER);
  return taken;
};

const everyMailArrivedOnce = async (): Promise<void> => {
  for (let n = 0; n < MAILS; n += 1) await house.inbox.next(own.anna.email);
  expect(house.inbox.waiting(own.anna.email)).toEqual([]);
  const rows = await outbox(house);
  expect(rows.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(Array(MAILS).fill('sent 0'));
};

describe('every mail is sent once', () => {
  it('by workers that start at the same moment', async () => {
    const taken = await Promise.all([drain(), drain(), drain(), drain()]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(MAILS);
    await everyMailArrivedOnce();
  });

  it('by two processes together', async () => {
    const second = fork(path.join(__dirname, 'second-process.cjs'), [ROOT, path.join(ROOT, 'dist')]);
    const died = once(second, 'exit').then(([code]) =>
      Promise.reject(new Error(`The other process ended: ${String(code)}`)),
    );
    await Promise.race([once(second, 'message'), died]);
    const said = Promise.race([once(second, 'message'), died]);
    second.send({ now: LATER.toISOString() });
    const ours = await drain();
    const [theirs] = await said;
    await died.catch(() => undefined);
    expect(ours + Number(theirs)).toBe(MAILS);
    await everyMailArrivedOnce();
  });
});
