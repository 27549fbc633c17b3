import { emailChangeSchema, ownEmailSchema } from '../email-change';
import { linkSchema } from '../session';
import type { Operation } from './operation';

/** How a client comes to another e-mail address. */
export const EMAIL_CHANGE_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/account/email',
    summary: 'The own address, and the one that is to take its place',
    status: 200,
    answer: ownEmailSchema,
    errors: [],
  },
  {
    method: 'PUT',
    path: '/account/email',
    summary:
      'Have a link mailed to another address; the answer is the same for addresses that are known here',
    body: emailChangeSchema,
    status: 202,
    answer: ownEmailSchema,
    errors: ['confirmation-needed', 'too-many-tries'],
  },
  {
    method: 'DELETE',
    path: '/account/email/pending',
    summary: 'Stay with the own address; the link to the other one ends',
    status: 204,
    errors: [],
  },
];

/** Anybody who holds the mailed link. */
export const EMAIL_LINK_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/email',
    summary: 'Use a mailed link up: the address it was sent to becomes the account’s own',
    body: linkSchema,
    status: 204,
    errors: ['link-invalid'],
  },
];
