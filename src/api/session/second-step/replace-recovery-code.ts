import type { Person } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { Trx } from '../../../db';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';

/** A recovery code is good once, and another takes its place, which is told this once (R25). */
export const replaceRecoveryCode = async (
  trx: Trx,
  account: Person,
  code: string,
  from: From,
): Promise<string> => {
  const isUsed = await twoFactor('recovery').use(account.documentId, code, trx);
  if (!isUsed) throw refuse('wrong-code', 'The recovery code was used meanwhile');
  const actor = { kind: 'client', ...from } as const;
  const noted = { label: account.userName, account, actor };
  await noteSecurityEvent(trx, { ...noted, event: 'recovery-code-used' });
  await noteSecurityEvent(trx, { ...noted, event: 'recovery-code-made' });
  await announce(trx, { event: 'recovery-code-used', accountId: account.id });
  return twoFactor('recovery').make(account.documentId, trx);
};
