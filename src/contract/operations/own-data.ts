import { ownDataSchema } from '../own-data';
import { FILE, type Operation } from './operation';

/** What the firm stores of who asks (R64). */
export const OWN_DATA_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/account/data',
    summary: 'The own stored data',
    status: 200,
    answer: ownDataSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/account/data/export',
    summary: 'Everything of the own account as one JSON file, made while it goes out; is noted',
    status: 200,
    answer: FILE,
    errors: ['confirmation-needed'],
  },
];
