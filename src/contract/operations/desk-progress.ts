import { progressChangeSchema, progressListSchema } from '../progress-step';
import { progressTemplateListSchema } from '../progress-template';
import type { Operation } from './operation';

/** How staff keep the progress list that the client sees. */
export const DESK_PROGRESS: Operation[] = [
  {
    method: 'PUT',
    path: '/dossiers/:id/progress-steps',
    summary: 'Put a whole progress list in the place of the one that was seen',
    body: progressChangeSchema,
    status: 200,
    answer: progressListSchema,
    errors: ['not-found', 'progress-changed'],
  },
  {
    method: 'GET',
    path: '/progress-templates',
    summary: 'What a progress list can begin with',
    status: 200,
    answer: progressTemplateListSchema,
    errors: [],
  },
];
