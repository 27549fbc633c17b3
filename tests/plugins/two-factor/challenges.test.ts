import type { Challenges } from '../../../src/plugins/two-factor/server/services/challenges';
import { startStrapi, type House } from '../../support';

let house: House;
let challenges: Challenges;

beforeAll(async () => {
  house = await startStrapi();
  challenges = house.strapi.plugin('two-factor').service<Challenges>('challenges');
});
afterAll(() => house.stop());

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

const expireAll = () =>
  house.strapi.db.connection('two_factor_challenges').update({ expires_at: new Date(Date.now() - 1) });

describe('a code for the second step', () => {
  it('has six digits and five minutes', async () => {
    const { code, expiresAt } = await challenges.begin('anna');
    expect(code).toMatch(/^\d{6}$/);
    const minutes = (expiresAt.getTime() - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(5);
  });

  it('is good once', async () => {
    const { id, code } = await challenges.begin('anna');
    expect(await challenges.verify(id, 'anna', code)).toBe(true);
    expect(await challenges.verify(id, 'anna', code)).toBe(false);
  });

  it('is good once when it is given many times at once', async () => {
    const { id, code } = await challenges.begin('anna');
    const answers = await Promise.all(Array.from({ length: 5 }, () => challenges.verify(id, 'anna', code)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is dead after five wrong ones', async () => {
    const { id, code } = await challenges.begin('anna');
    for (let time = 0; time < 5; time += 1) {
      expect(await challenges.verify(id, 'anna', wrongFor(code))).toBe(false);
    }
    expect(await challenges.verify(id, 'anna', code)).toBe(false);
  });

  it('is good at the fifth try', async () => {
    const { id, code } = await challenges.begin('anna');
    for (let time = 0; time < 4; time += 1) await challenges.verify(id, 'anna', wrongFor(code));
    expect(await challenges.verify(id, 'anna', code)).toBe(true);
  });

  it('is dead when its time is over', async () => {
    const { id, code } = await challenges.begin('anna');
    await expireAll();
    expect(await challenges.verify(id, 'anna', code)).toBe(false);
  });

  it('is dead when a new one was asked for', async () => {
    const { id, code } = await challenges.begin('anna');
    const next = await challenges.begin('anna');
    expect(await challenges.verify(id, 'anna', code)).toBe(false);
    expect(await challenges.verify(next.id, 'anna', next.code)).toBe(true);
  });

  it('is no good for somebody else', async () => {
    const { id, code } = await challenges.begin('anna');
    expect(await challenges.verify(id, 'bert', code)).toBe(false);
    expect(await challenges.verify(id, 'anna', code)).toBe(true);
  });

  it('is kept nowhere', async () => {
    const { id, code } = await challenges.begin('anna');
    const row: unknown = await house.strapi.db
      .connection('two_factor_challenges')
      .where({ document_id: id })
      .first('code_hash');
    expect(row).toEqual({ code_hash: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{64}$/) });
    expect(JSON.stringify(row)).not.toContain(`"${code}"`);
  });
});
