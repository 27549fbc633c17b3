import type { SignInUnderWay } from '../../../access/sign-in';
import type { PendingSignIn, SecondStepWay } from '../../../contract/second-step';
import { database, type Db } from '../../../db';
import { twoFactor, type Method } from '../../../plugin-services';

const lastUse = ({ lastUsedAt }: Method): number => lastUsedAt?.getTime() ?? 0;

/** The ways open to an account: its methods, the one used last first, and then its recovery code. */
const waysOf = async (subject: string, db: Db): Promise<SecondStepWay[]> => {
  const methods = await twoFactor('methods').list(subject, db);
  const kinds = [...methods].sort((one, other) => lastUse(other) - lastUse(one)).map(({ kind }) => kind);
  const hasRecoveryCode = (await twoFactor('recovery').madeAt(subject, db)) !== null;
  return [...new Set<SecondStepWay>([...kinds, ...(hasRecoveryCode ? (['recovery'] as const) : [])])];
};

/** Where a sign-in stands, as its own browser may know it. */
export const pendingSignIn = async (
  { state, challenge, account }: Omit<SignInUnderWay, 'id'>,
  db: Db = database(),
): Promise<PendingSignIn> => {
  if (state === 'second-step-missing') return { state };
  const sentTo = await twoFactor('codes').sentTo(challenge, db);
  return { state, methods: await waysOf(account.documentId, db), sentTo };
};
