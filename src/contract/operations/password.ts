import { PASSWORD_FAULTS, passwordRuleSchema } from '../password';
import { linkSchema, passwordChoiceSchema } from '../session';
import type { Operation } from './operation';

/** Passwords by a mailed link. */
export const LINK_PASSWORD_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/password/rule',
    summary: 'What the password is judged by that a mailed link is to set; the link is not used up',
    body: linkSchema,
    status: 200,
    answer: passwordRuleSchema,
    errors: ['link-invalid'],
  },
  {
    method: 'POST',
    path: '/password',
    summary: 'Use up the link of a forgotten password and set the new one',
    body: passwordChoiceSchema,
    status: 204,
    errors: ['link-invalid', 'busy', ...PASSWORD_FAULTS],
  },
];

/** The own password of who is signed in. */
export const OWN_PASSWORD_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/account/password-rule',
    summary: 'What an own new password is judged by',
    status: 200,
    answer: passwordRuleSchema,
    errors: [],
  },
];
