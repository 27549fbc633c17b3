import { sessionViewSchema } from '../../contract/account';
import type { Language } from '../../contract/common';
import { signInAnswerSchema } from '../../contract/second-step';
import { accountViewSchema, type SignIn } from '../../contract/session';
import { call, nothing } from '../api';

export const signIn = (body: SignIn) => call(signInAnswerSchema, '/session', { method: 'POST', body });
export const signOut = () => call(nothing, '/session', { method: 'DELETE' });
export const stayInSession = () => call(sessionViewSchema, '/session/use', { method: 'POST' });
export const chooseLanguage = (language: Language) =>
  call(accountViewSchema, '/account', { method: 'PATCH', body: { language } });
