import { staffListSchema } from '../dossier';
import { staffPhoneSchema } from '../staff-profile';
import type { Operation } from './operation';

/** What is known of the staff, and kept about them. */
export const STAFF_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/staff',
    summary: 'Who a dossier can be assigned to',
    status: 200,
    answer: staffListSchema,
    errors: [],
  },
  {
    method: 'PUT',
    path: '/staff/:id/phone',
    summary: 'The number that clients call a member of staff at; for themselves and the administrator',
    body: staffPhoneSchema,
    status: 200,
    answer: staffPhoneSchema,
    errors: ['not-found'],
  },
];
