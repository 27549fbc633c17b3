import { CONFIRMATION_MINUTES } from '../contract/confirmation';
import { refuse } from '../contract/refuse';
import { minutesFrom } from '../db';
import type { Account } from './client';

/** Lets pass who has just proved again to be who signed in; called before whatever guards the account is changed. */
export const requireConfirmed = ({ confirmedAt }: Account, now = new Date()): void => {
  if (confirmedAt === null || confirmedAt <= minutesFrom(now, -CONFIRMATION_MINUTES))
    throw refuse('confirmation-needed', 'Who is there was not proved again, or too long ago');
};
