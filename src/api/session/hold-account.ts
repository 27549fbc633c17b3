import type { Knex } from 'knex';
import type { AccountRow, Trx } from '../../db';

/**
 * Holds an account's row until the transaction ends, if it is still as `expected`; says whether it is. Everything
 * that changes passwords, sessions or links of an account does this first, so that they take their turns.
 */
export const holdAccount = async (
  trx: Trx,
  expected: Partial<AccountRow>,
  narrowed: (accounts: Knex.QueryBuilder) => void = () => undefined,
): Promise<boolean> => {
  const held: number = await trx('up_users')
    .where(expected)
    .modify(narrowed)
    .update({ updated_at: new Date() });
  return held === 1;
};
