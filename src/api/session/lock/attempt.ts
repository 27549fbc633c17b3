import { refuse } from '../../../contract/refuse';
import type { From } from '../../../http/from';
import { lockout } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { knownSubject, strangersOf, unlockSubject, type Lockable } from './subjects';

/**
 * Minutes that a lock lasts: the first in a row, the second, …; the fifth until somebody unlocks it. So a stranger has
 * fifteen guesses in all, and who forgot the password need not wait for the office to open.
 */
const WAITS = [15, 60, 240, 1440, null] as const;

/**
 * Counts an attempt at a password before it is judged, and refuses it where it may not be judged; says on which
 * counter it stands. A browser that is known, and one with a mailed link, have counters of their own (B7).
 */
export const reserveAttempt = async (
  userName: string,
  account: Lockable | undefined,
  { address, marks }: From,
): Promise<string> => {
  // The marks are looked at for nobody as well: the time would tell who is a client.
  const judged = account ?? { username: userName, password: null };
  const unlocking = unlockSubject(marks.unlock, judged);
  const known = knownSubject(marks.device, judged);
  const subject = (account && (unlocking ?? known)) ?? strangersOf(userName);
  const { wrongPasswords: max } = await firmSettings();
  const isKnown = subject !== strangersOf(userName);
  const attempt = { label: userName, address, max, waits: WAITS, isKnown };
  const { allowed } = await lockout().reserve(subject, attempt);
  if (!allowed) throw refuse('account-locked', 'Too many wrong passwords');
  return subject;
};
