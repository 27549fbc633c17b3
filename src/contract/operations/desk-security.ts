import { securityEventListSchema, securityEventQuerySchema } from '../security-event';
import type { Operation } from './operation';

export const SECURITY_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/security-events',
    summary: 'What happened to the security of the accounts one may see, the newest first',
    query: securityEventQuerySchema,
    status: 200,
    answer: securityEventListSchema,
    errors: [],
  },
];
