import type { Account } from '../../../access/client';
import { enrolmentKey, type Enroller } from '../../../access/sign-in';
import { idSchema } from '../../../contract/common';
import { refuse } from '../../../contract/refuse';
import type { NewPasskey, PasskeyName } from '../../../contract/second-step';
import { isDuplicate } from '../../../db';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { addMethod, requireMayEnrol, type Added } from '../second-step/add-method';

/** More than anybody has devices; each sign-in with a name tells the browser of all of them. */
const MOST = 20;

/** What the client's browser needs to make a passkey. */
export const beginPasskey = async (enroller: Enroller) => {
  requireMayEnrol(enroller);
  const { account } = enroller;
  const boundTo = enrolmentKey(enroller);
  const { documentId: subject, userName: name, clientName: displayName } = account;
  const { name: issuer } = await firmSettings();
  return twoFactor('passkeys').askToMake({ subject, boundTo, issuer, name, displayName });
};

/** Keeps the passkey that was made as asked; from now on it is a second step, and a way in by itself. */
export const addPasskey = async (
  enroller: Enroller,
  { label, response: given }: NewPasskey,
  from: From,
): Promise<Added> => {
  const { account } = enroller;
  const boundTo = enrolmentKey(enroller);
  const wrong = refuse('wrong-code', 'No passkey as it was asked for');
  const made = await twoFactor('passkeys').made({ boundTo, given });
  if (made === undefined) throw wrong;
  const subject = account.documentId;
  if ((await twoFactor('methods').list(subject)).length >= MOST) throw wrong;
  const { counter, ...passkey } = made;
  const id = await twoFactor('methods')
    .begin(subject, { kind: 'passkey', label, ...passkey })
    .catch((error: unknown) => {
      // The device's name for it is somebody's already: it was not made here.
      throw isDuplicate(error) ? wrong : error;
    });
  return addMethod(enroller, { id, kind: 'passkey', counter }, from);
};

/** Gives one of the client's passkeys another name. */
export const renamePasskey = async (account: Account, id: unknown, { label }: PasskeyName): Promise<void> => {
  const key = idSchema.safeParse(id);
  const isRenamed =
    key.success && (await twoFactor('methods').rename(account.documentId, 'passkey', key.data, label));
  if (!isRenamed) throw refuse('not-found', 'No such passkey of this account');
};

export default { beginPasskey, addPasskey, renamePasskey };
