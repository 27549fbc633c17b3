import type { Person } from '../../../access/sign-in';
import type { From } from '../../../http/from';

/**
 * Wrong codes in a row, over any number of sign-ins, that are judged before the account is locked: who gets so far
 * knows the password.
 */
const WRONG_CODES = 10;

/** Under what the lockout counts somebody's tries at a second step, of whatever kind and wherever it is asked for. */
export const secondStepAttempt = ({ documentId, userName }: Person, { address }: From) => ({
  subject: `second-step:${documentId}`,
  attempt: { label: userName, address, max: WRONG_CODES },
});
