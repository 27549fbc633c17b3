// What is asked about the own e-mail address: the pages that ask load later.
import { ownEmailSchema } from '../../contract/email-change';
import { call, nothing } from '../api';

export const loadOwnEmail = (signal?: AbortSignal) => call(ownEmailSchema, '/account/email', { signal });
export const askEmailChange = (email: string) =>
  call(ownEmailSchema, '/account/email', { method: 'PUT', body: { email } });
export const dropEmailChange = () => call(nothing, '/account/email/pending', { method: 'DELETE' });
export const spendEmailLink = (token: string) => call(nothing, '/email', { method: 'POST', body: { token } });
