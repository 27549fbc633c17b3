import { ownSessionListSchema, passwordChangeSchema, sessionViewSchema } from '../account';
import { mailSwitchesChangeSchema, mailSwitchesSchema } from '../mail-switches';
import { PASSWORD_FAULTS } from '../password';
import type { Operation } from './operation';

/** What a client who is fully signed in may do with the own account and sessions. */
export const ACCOUNT_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/session/use',
    summary: 'Stay signed in: uses the session, and does nothing else',
    status: 200,
    answer: sessionViewSchema,
    errors: [],
  },
  {
    method: 'PUT',
    path: '/account/password',
    summary: 'Change the password; every other session ends',
    body: passwordChangeSchema,
    status: 204,
    errors: ['confirmation-needed', 'busy', ...PASSWORD_FAULTS],
  },
  {
    method: 'GET',
    path: '/account/mails',
    summary: 'What the account is written to about',
    status: 200,
    answer: mailSwitchesSchema,
    errors: [],
  },
  {
    method: 'PATCH',
    path: '/account/mails',
    summary: 'Switch mails about something new on or off',
    body: mailSwitchesChangeSchema,
    status: 200,
    answer: mailSwitchesSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/account/sessions',
    summary: 'Where the account is signed in',
    status: 200,
    answer: ownSessionListSchema,
    errors: [],
  },
  {
    method: 'DELETE',
    path: '/account/sessions',
    summary: 'End every session but this one',
    status: 204,
    errors: [],
  },
  {
    method: 'DELETE',
    path: '/account/sessions/:id',
    summary: 'End one of the own sessions',
    status: 204,
    errors: ['not-found'],
  },
];
