import { blockingSchema } from '../client';
import { deskAccountListSchema } from '../desk-account';
import type { Operation } from './operation';

/** What staff may do with the accounts of their clients; each change is noted with who made it. */
export const DESK_ACCOUNT_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/clients/:id/accounts',
    summary: 'The accounts of a client, the main login first, with state and lock',
    status: 200,
    answer: deskAccountListSchema,
    errors: ['not-found'],
  },
  {
    method: 'PUT',
    path: '/accounts/:id/blocking',
    summary: 'Block one account, which ends its sessions at once, or let it in again',
    body: blockingSchema,
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'POST',
    path: '/accounts/:id/unlocking',
    summary: 'Let an account try again that wrong passwords or codes have locked',
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'DELETE',
    path: '/accounts/:id/sessions',
    summary: 'End every session of an account, and every sign-in under way',
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'DELETE',
    path: '/accounts/:id/second-step',
    summary: 'Remove the second step of who has lost it; they are told by mail',
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'DELETE',
    path: '/accounts/:id',
    summary: 'Delete an extra account of a company',
    status: 204,
    errors: ['not-found', 'not-allowed'],
  },
];
