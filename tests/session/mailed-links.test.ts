import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { LINK_PURPOSES, type LinkPurpose } from '../../src/contract/session';
import {
  CLIENT_PASSWORD,
  givenAdministrator,
  givenClient,
  givenPortalClient,
  nextNumber,
  portal,
  startStrapi,
  type Answer,
  type House,
} from '../support';
import { forgetAddress } from '../activation/people';
import { silenceWorker } from '../notification/outbox';

const RUNS = 25;
let house: House;
/** Whose links they are: who is invited, and who has been in. */
const emails = { invited: '', active: '' };

beforeAll(async () => {
  house = await startStrapi();
  const bea = await givenAdministrator(house);
  const client = await givenClient(bea);
  await bea.desk.post(`/clients/${client.id}/invitation`);
  await house.inbox.next(client.email);
  Object.assign(emails, { invited: client.email, active: (await givenPortalClient(house, bea)).email });
  // From here on links are used by hundreds, and nobody waits for the mails about it.
  await silenceWorker(house);
});
afterAll(() => house.stop());

const table = (name: string) => house.strapi.db.connection(name);
const links = (token: string) =>
  table('mailed_links').where({ token_hash: createHash('sha256').update(token).digest('hex') });

const PLACES: Record<LinkPurpose, string> = {
  activation: '/activation/link',
  reset: '/password',
  unlock: '/unlock',
  'email-change': '/email',
};

const accounts: Record<string, number> = {};
const accountOf = async (purpose: LinkPurpose): Promise<number> => {
  const email = purpose === 'activation' ? emails.invited : emails.active;
  accounts[email] ??= (await table('up_users').where({ email }).first('id')).id as number;
  return accounts[email];
};

/** A link as the mail would bring it, to an account for which it makes sense. */
const given = async (purpose: LinkPurpose): Promise<string> => {
  await forgetAddress(house);
  const [token, account_id] = [randomBytes(32).toString('base64url'), await accountOf(purpose)];
  const ends_at = new Date(Date.now() + 600_000);
  const change = { pending_email: `next${nextNumber()}@client.example`, pending_email_until: ends_at };
  await table('up_users')
    .where({ id: account_id })
    .update(purpose === 'activation' ? { activated_at: null } : change);
  await table('mailed_links').insert({
    document_id: `l${nextNumber()}`.padEnd(24, 'k'),
    token_hash: createHash('sha256').update(token).digest('hex'),
    purpose,
    account_id,
    ends_at,
  });
  return token;
};

const use = (purpose: LinkPurpose, token: string): Promise<Answer> => {
  const password = ['activation', 'reset'].includes(purpose) ? { password: CLIENT_PASSWORD } : {};
  return portal(house.baseUrl).post(PLACES[purpose], { token, ...password });
};

const isIn = ({ status }: Answer): boolean => status < 300;

interface Spoiled {
  /** What is then used in its place. */
  token: string;
  /** Makes it good again; nothing where it is lost, or was never touched. */
  mend?: () => Promise<unknown>;
}

/** What may be wrong with a link, and how it comes to be so. */
const SPOILED: Record<
  string,
  (token: string, purpose: LinkPurpose, at: number) => Promise<Spoiled> | Spoiled
> = {
  expired: async (token) => {
    await links(token).update({ ends_at: new Date(Date.now() - 1) });
    return { token, mend: () => links(token).update({ ends_at: new Date(Date.now() + 600_000) }) };
  },
  used: async (token) => {
    await links(token).update({ used_at: new Date() });
    return { token, mend: () => links(token).update({ used_at: null }) };
  },
  'of an account that is blocked': async (token, purpose) => {
    const account = table('up_users').where({ id: await accountOf(purpose) });
    await account.clone().update({ blocked: true });
    return { token, mend: () => account.clone().update({ blocked: false }) };
  },
  'of an account that is not there for it': async (token, purpose) => {
    const account = table('up_users').where({ id: await accountOf(purpose) });
    const isActivation = purpose === 'activation';
    await account.clone().update({ activated_at: isActivation ? new Date() : null });
    return {
      token,
      mend: () => account.clone().update({ activated_at: isActivation ? null : new Date() }),
    };
  },
  cut: (token, _purpose, at) => ({ token: token.slice(0, at) }),
  'cut at its beginning': (token, _purpose, at) => ({ token: token.slice(at + 1) }),
  'with another letter': (token, _purpose, at) => ({
    token: token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
  }),
  'with more behind it': (token, _purpose, at) => ({ token: token + 'A'.repeat(at + 1) }),
  'its hash': (token) => ({ token: createHash('sha256').update(token).digest('hex') }),
  'nobody’s': () => ({ token: randomBytes(32).toString('base64url') }),
};

describe.each(LINK_PURPOSES)('a mailed link: %s', (purpose) => {
  it('that is spoiled is refused, whatever is wrong with it, in the same words; and works when it is whole', async () => {
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(SPOILED)),
        fc.integer({ min: 0, max: 42 }),
        async (how, at) => {
          const good = await given(purpose);
          const spoiled = await SPOILED[how]?.(good, purpose, at);
          if (spoiled === undefined) throw new Error(how);
          const refused = await use(purpose, spoiled.token);
          answers.add(JSON.stringify([refused.status, refused.json]));
          await spoiled.mend?.();
          expect([how, isIn(refused), isIn(await use(purpose, good))]).toEqual([how, false, true]);
        },
      ),
      { numRuns: RUNS },
    );
    expect([...answers]).toEqual([expect.stringContaining('link-invalid')]);
  });

  it('is of no use where a link of another kind is asked for', async () => {
    for (const other of LINK_PURPOSES.filter((one) => one !== purpose)) {
      const token = await given(purpose);
      expect((await use(other, token)).error.code).toBe('link-invalid');
      expect(isIn(await use(purpose, token))).toBe(true);
    }
  });

  it('lets one in of those who use it at the same time', async () => {
    const token = await given(purpose);
    const answers = await Promise.all(Array.from({ length: 6 }, () => use(purpose, token)));
    expect(answers.filter(isIn)).toHaveLength(1);
    expect((await use(purpose, token)).error.code).toBe('link-invalid');
  });
});
