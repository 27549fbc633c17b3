import { z } from 'zod';
import type { Proving } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import { twoFactor } from '../../../plugin-services';
import { sendCode } from '../second-step/send-code';
import type { From } from '../../../http/from';

const dataSchema = z.object({ number: z.string() });

/** Sends a code for this challenge alone to the account's number; gives the number's end. */
export const sendStepCode = async (
  { account, challenge }: Proving,
  from: From,
): Promise<{ sentTo: string }> => {
  const methods = await twoFactor('methods').list(account.documentId);
  const sms = methods.find(({ kind }) => kind === 'sms');
  if (sms === undefined) throw refuse('not-found', 'The account has no number');
  await sendCode({ account, challenge, number: dataSchema.parse(sms.data).number }, from);
  return { sentTo: sms.label };
};

export default { sendStepCode };
