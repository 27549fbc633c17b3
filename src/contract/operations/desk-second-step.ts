import { deskSecondStepSchema } from '../second-step';
import type { Operation } from './operation';

/** What staff may ask of a client's second step. */
export const DESK_SECOND_STEP_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/clients/:id/second-step',
    summary: 'Which second step the client has',
    status: 200,
    answer: deskSecondStepSchema,
    errors: ['not-found'],
  },
  {
    method: 'DELETE',
    path: '/clients/:id/second-step',
    summary: 'Remove the second step of a client who has lost it; they are told by mail',
    status: 204,
    errors: ['not-found'],
  },
];
