import { z } from 'zod';
import type { Enroller } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { CheckedNumber, CodeConfirmation, SmsBegun } from '../../../contract/second-step';
import { twoFactor } from '../../../plugin-services';
import { addMethod, requireMayEnrol, type Added } from '../second-step/add-method';
import { sendCode, usablePhone } from '../second-step/send-code';
import type { From } from '../../../http/from';

const begunSchema = z.object({ number: z.string(), challenge: z.string() });

/** A number as codes are sent to it: the form shows the correction before anything is sent (R24). */
export const checkNumber = (typed: string): Promise<CheckedNumber> => usablePhone(typed);

/** Sends a code to a number that is to become a second step. */
export const beginSms = async (enroller: Enroller, typed: string, from: From): Promise<SmsBegun> => {
  requireMayEnrol(enroller);
  const { account } = enroller;
  const { number } = await usablePhone(typed);
  const subject = account.documentId;
  const challenge = await twoFactor('challenges').open(subject);
  const label = `•••• ${number.slice(-3)}`;
  const id = await twoFactor('methods').begin(subject, { kind: 'sms', data: { number, challenge }, label });
  await sendCode({ account, challenge, number }, from);
  return { id, sentTo: label };
};

/** The code proves that the number is the client's own; from now on it is their second step. */
export const confirmSms = async (
  enroller: Enroller,
  { id, code }: CodeConfirmation,
  from: From,
): Promise<Added> => {
  const subject = enroller.account.documentId;
  const wrong = refuse('wrong-code', 'Wrong, old or used code, or no number to confirm');
  const begun = begunSchema.safeParse((await twoFactor('methods').begun(subject, id))?.data);
  if (!begun.success) throw wrong;
  const { number, challenge } = begun.data;
  if (!(await twoFactor('challenges').takeTry(challenge, subject))) throw wrong;
  if (!(await twoFactor('codes').isRight(challenge, code.replace(/\s/g, '')))) throw wrong;
  const added = await addMethod(enroller, { id, kind: 'sms', data: { number } }, from);
  await twoFactor('challenges').close(challenge);
  return added;
};

export default { checkNumber, beginSms, confirmSms };
