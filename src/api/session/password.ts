import type { PasswordRule } from '../../contract/password';
import { refuse } from '../../contract/refuse';
import { firmSettings } from '../firm/services/settings';
import { faultOf } from './judging/judge';

/** Whose password it is to be: what is known of them, and is guessed first. */
export interface PasswordOwner {
  clientName: string;
  email: string;
  userName: string;
}

/** What stands in every installation. */
const PRODUCT = 'Aktenpoort';

/** What a new password of this client is judged by, as the firm has chosen. */
export const passwordRule = async ({ clientName, email, userName }: PasswordOwner): Promise<PasswordRule> => {
  const { passwordPreset, passwordOwnWords, name } = await firmSettings();
  const ownWords = [...passwordOwnWords, name, PRODUCT, clientName, email, userName];
  return { preset: passwordPreset, ownWords: [...new Set(ownWords)] };
};

/** Refuses a new password that the firm's rule does not allow, and says why (R8). */
export const requireGoodPassword = async (password: string, owner: PasswordOwner): Promise<void> => {
  const fault = await faultOf(password, await passwordRule(owner));
  if (fault === null) return;
  const { code, ...detail } = fault;
  throw refuse(code, 'The password breaks the rule', detail);
};
