import { deskRemarkThreadSchema, newRemarkSchema, remarkThreadSchema, remarkViewSchema } from '../remark';
import type { Operation } from './operation';

/** What a client says about a document, and reads of it. */
export const PORTAL_REMARKS: Operation[] = [
  {
    method: 'GET',
    path: '/documents/:id/remarks',
    summary: 'What was said about a document; counts as read',
    status: 200,
    answer: remarkThreadSchema,
    errors: ['not-found'],
  },
  {
    method: 'POST',
    path: '/documents/:id/remarks',
    summary: 'Answer beside a document',
    body: newRemarkSchema,
    status: 201,
    answer: remarkViewSchema,
    errors: ['not-found', 'dossier-closed'],
  },
];

/** The same for staff. */
export const DESK_REMARKS: Operation[] = [
  {
    method: 'GET',
    path: '/documents/:id/remarks',
    summary: 'What was said about a document, with who has read it; it is new to the firm no more',
    status: 200,
    answer: deskRemarkThreadSchema,
    errors: ['not-found'],
  },
  {
    method: 'POST',
    path: '/documents/:id/remarks',
    summary: 'Remark on a document; the client gets a mail',
    body: newRemarkSchema,
    status: 201,
    answer: remarkViewSchema,
    errors: ['not-found', 'document-withdrawn'],
  },
];
