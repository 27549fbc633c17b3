import { extraAccountListSchema, extraAccountSchema, newAccountSchema } from '../extra-account';
import type { Operation } from './operation';

/** What the main login of a company may do with its extra accounts (R92). */
export const EXTRA_ACCOUNT_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/accounts',
    summary: 'The extra accounts of the own company; none for who may not manage them',
    status: 200,
    answer: extraAccountListSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/accounts',
    summary: 'Add an account of the own company; the answer does not say whose else the address is',
    body: newAccountSchema,
    status: 201,
    answer: extraAccountSchema,
    errors: ['not-allowed', 'confirmation-needed', 'account-exists', 'too-many-accounts', 'too-many-tries'],
  },
  {
    method: 'DELETE',
    path: '/accounts/:id',
    summary: 'Delete an extra account, which ends its sessions and links at once',
    status: 204,
    errors: ['not-found', 'confirmation-needed'],
  },
];
