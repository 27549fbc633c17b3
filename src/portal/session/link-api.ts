import { passwordRuleSchema } from '../../contract/password';
import type { PasswordChoice } from '../../contract/session';
import { accepted, call, nothing } from '../api';

export const askPasswordReset = (email: string) =>
  call(accepted, '/password-reset', { method: 'POST', body: { email } });
export const spendUnlockLink = (token: string) =>
  call(nothing, '/unlock', { method: 'POST', body: { token } });
export const loadLinkRule = (token: string, signal?: AbortSignal) =>
  call(passwordRuleSchema, '/password/rule', { method: 'POST', body: { token }, signal });
export const loadOwnRule = (signal?: AbortSignal) =>
  call(passwordRuleSchema, '/account/password-rule', { signal });
export const choosePassword = (body: PasswordChoice) => call(nothing, '/password', { method: 'POST', body });
