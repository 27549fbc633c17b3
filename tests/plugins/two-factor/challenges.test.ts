import type { Challenges } from '../../../src/plugins/two-factor/server/services/challenges';
import type { Codes } from '../../../src/plugins/two-factor/server/services/codes';
import { startStrapi, TwilioStandIn, type House } from '../../support';

const NUMBER = '31612345678';

let house: House;
let challenges: Challenges;
let codes: Codes;
const twilio = new TwilioStandIn();

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  challenges = house.strapi.plugin('two-factor').service<Challenges>('challenges');
  codes = house.strapi.plugin('two-factor').service<Codes>('codes');
});
afterAll(async () => {
  await house.stop();
  await twilio.close();
});
afterEach(() => {
  twilio.mood = 'takes';
});

const text = (code: string) => `Your code is ${code}`;
const sent = async () => {
  const challenge = await challenges.open('anna');
  expect(await codes.send({ challenge, number: NUMBER, text })).toBe('sent');
  return { challenge, code: twilio.lastCode(NUMBER) };
};
const table = (name: string) => house.strapi.db.connection(name);

describe('a challenge', () => {
  it('has five tries, however many codes are asked for', async () => {
    const { challenge } = await sent();
    const taken: boolean[] = [];
    for (let time = 0; time < 7; time += 1) {
      taken.push(await challenges.takeTry(challenge, 'anna'));
      if (time === 2) await codes.send({ challenge, number: NUMBER, text });
    }
    expect(taken).toEqual([true, true, true, true, true, false, false]);
  });

  it('gives five of a hundred tries at once', async () => {
    const challenge = await challenges.open('anna');
    const tries = Array.from({ length: 100 }, () => challenges.takeTry(challenge, 'anna'));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(5);
  });

  it('is nobody else’s', async () => {
    const challenge = await challenges.open('anna');
    expect(await challenges.takeTry(challenge, 'bert')).toBe(false);
    expect(await challenges.takeTry(challenge, 'anna')).toBe(true);
  });

  it('ends after ten minutes', async () => {
    const challenge = await challenges.open('anna');
    await table('two_factor_challenges')
      .where({ document_id: challenge })
      .update({ expires_at: new Date(Date.now() - 1) });
    expect(await challenges.takeTry(challenge, 'anna')).toBe(false);
  });

  it('is ended by one', async () => {
    const { challenge, code } = await sent();
    const ends = await Promise.all([challenges.close(challenge), challenges.close(challenge)]);
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(await codes.isRight(challenge, code)).toBe(false);
  });
});

describe('a code', () => {
  it('has six digits and five minutes', async () => {
    const { challenge, code } = await sent();
    expect(code).toMatch(/^\d{6}$/);
    const row: { expires_at: number | Date } = await table('two_factor_codes').where({ challenge }).first();
    expect(Math.round((new Date(row.expires_at).getTime() - Date.now()) / 60_000)).toBe(5);
  });

  it('is good in its own challenge and in no other of the same person', async () => {
    const { challenge, code } = await sent();
    const other = await challenges.open('anna');
    expect(await codes.isRight(other, code)).toBe(false);
    expect(await codes.isRight(challenge, code)).toBe(true);
  });

  it('is dead when its time is over', async () => {
    const { challenge, code } = await sent();
    await table('two_factor_codes')
      .where({ challenge })
      .update({ expires_at: new Date(Date.now() - 1) });
    expect(await codes.isRight(challenge, code)).toBe(false);
  });

  it('is dead when a new one was sent', async () => {
    const { challenge, code } = await sent();
    await codes.send({ challenge, number: NUMBER, text });
    expect(await codes.isRight(challenge, code)).toBe(false);
    expect(await codes.isRight(challenge, twilio.lastCode(NUMBER))).toBe(true);
  });

  it.each([
    ['refuses', 'refused'],
    ['fails', 'unknown'],
    ['hangs', 'unknown'],
  ] as const)('stays good when a new one was asked for and Twilio %s', async (mood, outcome) => {
    const { challenge, code } = await sent();
    twilio.mood = mood;
    expect(await codes.send({ challenge, number: NUMBER, text })).toBe(outcome);
    expect(await codes.isRight(challenge, code)).toBe(true);
  });

  it('is good where nobody knows whether it arrived, and it did', async () => {
    const challenge = await challenges.open('anna');
    twilio.mood = 'hangs';
    expect(await codes.send({ challenge, number: NUMBER, text })).toBe('unknown');
    expect(await codes.sentTo(challenge)).toBeNull();
    expect(await codes.isRight(challenge, twilio.lastCode(NUMBER))).toBe(true);
  });

  it('is sent once, whatever Twilio answers', async () => {
    const challenge = await challenges.open('anna');
    for (const mood of ['takes', 'refuses', 'fails', 'hangs'] as const) {
      twilio.mood = mood;
      const before = twilio.sent.length;
      await codes.send({ challenge, number: NUMBER, text });
      expect(twilio.sent.length - before).toBe(1);
    }
  });

  it('is kept nowhere', async () => {
    const { challenge, code } = await sent();
    const row: object = await table('two_factor_codes').where({ challenge }).first('code_hash', 'sent_to');
    expect(row).toEqual({
      code_hash: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{64}$/) as string,
      sent_to: '•••• 678',
    });
    expect(JSON.stringify(row)).not.toContain(`"${code}"`);
  });
});
