import { linkSchema } from '../session';
import type { Operation } from './operation';

/** What anybody may ask about a lock. */
export const LOCK_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/unlock',
    summary: 'Use up the link in the mail about a lock; this browser may then try again',
    body: linkSchema,
    status: 204,
    errors: ['link-invalid'],
  },
];
