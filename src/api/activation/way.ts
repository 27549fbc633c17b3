import type { ACTIVATION_WAYS } from '../../contract/firm';
import type { FirmSettings } from '../../contract/firm-settings';
import type { Db } from '../../db';

export type Way = (typeof ACTIVATION_WAYS)[number];

/**
 * How an account is activated: as the firm has chosen (R4, R5). Those that a company adds are activated by mail in any
 * case (R92): it is the company that vouches for them, and the firm writes them no letter.
 */
export const wayOf = async (db: Db, { activationWay }: FirmSettings, accountId: number): Promise<Way> => {
  if (activationWay === 'mail') return 'mail';
  const main: unknown = await db('up_users as main')
    .join('up_users as added', 'added.client_id', 'main.client_id')
    .where('added.id', accountId)
    .where('main.id', '<', accountId)
    .first('main.id');
  return main === undefined ? 'code' : 'mail';
};
