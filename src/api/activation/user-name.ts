import type { FirmSettings } from '../../contract/firm-settings';
import { refuse } from '../../contract/refuse';
import { isDuplicate, type Trx } from '../../db';

type Wish = string | undefined;

/** Refuses a user name where none is asked for, and none where one is: at an activation, and at an invitation. */
export const requireUserName = (wish: Wish, isAskedFor: boolean): void => {
  if ((wish !== undefined) === isAskedFor) return;
  throw refuse('invalid-input', isAskedFor ? 'A user name is needed' : 'No user name is asked for', {
    fields: ['userName'],
  });
};

/** Whether clients choose their user name when they activate their account (R6). */
export const isChosen = ({ userNames }: FirmSettings): boolean => userNames === 'chosen';

/** Gives the account its user name; refuses one that another account has. */
export const setUserName = async (trx: Trx, accountId: number, userName: Wish): Promise<void> => {
  if (userName === undefined) return;
  try {
    await trx('up_users').where({ id: accountId }).update({ username: userName });
  } catch (error) {
    if (isDuplicate(error)) throw refuse('user-name-taken', 'Another account has this user name');
    throw error;
  }
};
