import { takingTurns } from '../../src/api/session/turns';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Work that takes so many milliseconds, and when each began. */
const workOf = (milliseconds: number) => {
  const begun: number[] = [];
  const work = () => {
    begun.push(performance.now());
    return new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  };
  return { begun, work };
};

describe('taking turns', () => {
  it('leaves a rest as long as the work between two who wait for each other, and others get the machine', async () => {
    const inTurn = takingTurns(1, 1);
    const { begun, work } = workOf(20);
    const all = Promise.all([inTurn(work), inTurn(work), inTurn(work)]);
    await jest.runAllTimersAsync();
    await all;
    expect(begun.map((at) => at - Number(begun[0]))).toEqual([0, 40, 80]);
  });

  it('answers at once, before the rest', async () => {
    const inTurn = takingTurns(1, 1);
    const { work } = workOf(20);
    const start = performance.now();
    const first = inTurn(work).then(() => performance.now() - start);
    void inTurn(work);
    await jest.runAllTimersAsync();
    expect(await first).toBe(20);
  });

  it('lets who comes alone wait for nothing', async () => {
    const inTurn = takingTurns(1, 1);
    const { begun, work } = workOf(20);
    const oneAfterTheOther = inTurn(work).then(() => inTurn(work));
    await jest.runAllTimersAsync();
    await oneAfterTheOther;
    expect(begun.map((at) => at - Number(begun[0]))).toEqual([0, 20]);
  });

  it('passes the turn on when the work failed', async () => {
    const inTurn = takingTurns(1, 0);
    const failed = expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const next = inTurn(() => Promise.resolve('yes'));
    await jest.runAllTimersAsync();
    await failed;
    expect(await next).toBe('yes');
  });
});
