import { devices } from '../../../plugin-services';

/** An account as far as its locks need it. */
export interface Lockable {
  username: string;
  /** Its hash: with another password every browser is a stranger again, an intruder's too. */
  password: string | null;
}

/** The subject on which everybody counts who is not known. */
export const strangersOf = (userName: string): string => `client:${userName}`;

const ownerOf = ({ username, password }: Lockable) => ({
  subject: strangersOf(username),
  stamp: password ?? '',
});

/** The subject of a browser in which the account has fully signed in; nothing where it is a stranger's. */
export const knownSubject = (mark: string | undefined, account: Lockable): string | undefined =>
  devices().subjectOf(mark, ownerOf(account));

export const knownMark = (mark: string | undefined, account: Lockable): string =>
  devices().remember(mark, ownerOf(account));

const HOUR_MS = 3_600_000;

/** A browser in which a mailed link was used, for this hour and the next. */
const unlockerOf = ({ username, password }: Lockable, hour: number) => ({
  subject: `unlock:${username}`,
  stamp: JSON.stringify([password, hour]),
});
const hourOf = (now: Date): number => Math.floor(now.getTime() / HOUR_MS);

export const unlockSubject = (
  mark: string | undefined,
  account: Lockable,
  now = new Date(),
): string | undefined => {
  const hour = hourOf(now);
  return (
    devices().subjectOf(mark, unlockerOf(account, hour)) ??
    devices().subjectOf(mark, unlockerOf(account, hour - 1))
  );
};

/** A mark of a link's own: each link may be tried on a counter of its own. */
export const unlockMark = (account: Lockable, now = new Date()): string =>
  devices().remember(undefined, unlockerOf(account, hourOf(now)));
