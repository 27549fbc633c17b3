import { z } from 'zod';
import type { Enroller } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { CodeConfirmation, TotpBegun } from '../../../contract/second-step';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { addMethod, requireMayEnrol, type Added } from '../second-step/add-method';

const begunSchema = z.object({ secret: z.string(), challenge: z.string() });

/** Makes a secret for the client's authenticator app; it is told this once. */
export const beginTotp = async (enroller: Enroller): Promise<TotpBegun> => {
  requireMayEnrol(enroller);
  const { account } = enroller;
  const subject = account.documentId;
  const { name: issuer } = await firmSettings();
  const app = twoFactor('authenticators').newApp(subject, { issuer, label: account.userName });
  const challenge = await twoFactor('challenges').open(subject);
  const data = { secret: app.sealed, challenge };
  const id = await twoFactor('methods').begin(subject, { kind: 'totp', data, label: issuer });
  return { id, secret: app.shown, address: app.address };
};

/** A first code proves that the app has the secret; from now on it is the client's second step. */
export const confirmTotp = async (
  enroller: Enroller,
  { id, code }: CodeConfirmation,
  from: From,
): Promise<Added> => {
  const subject = enroller.account.documentId;
  const wrong = refuse('wrong-code', 'Wrong or old code, or no app to confirm');
  const begun = begunSchema.safeParse((await twoFactor('methods').begun(subject, id))?.data);
  if (!begun.success) throw wrong;
  const { secret, challenge } = begun.data;
  if (!(await twoFactor('challenges').takeTry(challenge, subject))) throw wrong;
  const step = twoFactor('authenticators').stepOf(subject, secret, code);
  if (step === undefined) throw wrong;
  const added = await addMethod(enroller, { id, kind: 'totp', data: { secret }, counter: step }, from);
  await twoFactor('challenges').close(challenge);
  return added;
};

export default { beginTotp, confirmTotp };
