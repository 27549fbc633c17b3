import { ownSessionListSchema, type PasswordChange } from '../../contract/account';
import { extraAccountListSchema, extraAccountSchema, type NewAccount } from '../../contract/extra-account';
import { call, nothing } from '../api';

export const changePassword = (body: PasswordChange) =>
  call(nothing, '/account/password', { method: 'PUT', body });
export const loadOwnSessions = (signal?: AbortSignal) =>
  call(ownSessionListSchema, '/account/sessions', { signal });
export const endSession = (id: string) => call(nothing, `/account/sessions/${id}`, { method: 'DELETE' });
export const endOtherSessions = () => call(nothing, '/account/sessions', { method: 'DELETE' });
export const loadAccounts = (signal?: AbortSignal) => call(extraAccountListSchema, '/accounts', { signal });
export const addAccount = (body: NewAccount) =>
  call(extraAccountSchema, '/accounts', { method: 'POST', body });
export const deleteAccount = (id: string) => call(nothing, `/accounts/${id}`, { method: 'DELETE' });
