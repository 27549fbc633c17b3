import { createHash } from 'node:crypto';
import type { Browser, House } from '../support';

/** The session of this browser as the database keeps it. */
export const sessionRow = (house: House, browser: Browser) => {
  const token = browser.cookies.get('aktenpoort_session') ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  return house.strapi.db.connection('sessions').where({ token_hash: hash });
};

export const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

/** Lets time pass in this browser's session: all its moments move back. */
export const passMinutes = async (house: House, browser: Browser, minutes: number): Promise<void> => {
  const [row] = (await sessionRow(house, browser)) as Record<string, string | null>[];
  if (row === undefined) throw new Error('This browser has no session');
  const moments = ['started_at', 'last_used_at', 'idle_ends_at', 'ends_at', 'confirmed_at'];
  const earlier = (at: string) => new Date(new Date(at).getTime() - minutes * 60_000);
  const moved = moments.flatMap((name) => {
    const at = row[name];
    return at === null || at === undefined ? [] : [[name, earlier(at)] as const];
  });
  await sessionRow(house, browser).update(Object.fromEntries(moved));
};

/** What was noted about this user name. */
export const eventsOf = async (house: House, label: string): Promise<string[]> =>
  house.strapi.db.connection('security_events').where({ label }).orderBy('id').pluck('event');
