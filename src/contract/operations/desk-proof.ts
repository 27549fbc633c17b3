import {
  proofExportQuerySchema,
  proofPageSchema,
  proofQuerySchema,
  unopenedPageSchema,
  unopenedQuerySchema,
} from '../proof';
import { FILE, type Operation } from './operation';

/** What staff may ask of the proof log. */
export const DESK_PROOF: Operation[] = [
  {
    method: 'GET',
    path: '/dossiers/:id/proof',
    summary: "What happened to a dossier's documents, the newest first",
    query: proofQuerySchema,
    status: 200,
    answer: proofPageSchema,
    errors: ['not-found', 'invalid-input'],
  },
  {
    method: 'GET',
    path: '/dossiers/:id/proof/export',
    summary: 'The whole log as a tagged PDF and a signed JSON, in a zip',
    query: proofExportQuerySchema,
    status: 200,
    answer: FILE,
    errors: ['not-found', 'invalid-input'],
  },
  {
    method: 'GET',
    path: '/unopened',
    summary: "Documents that clients have left unopened for the firm's number of days, over all dossiers",
    query: unopenedQuerySchema,
    status: 200,
    answer: unopenedPageSchema,
    errors: ['invalid-input'],
  },
];
