import {
  attachmentSchema,
  deskDocumentListSchema,
  deskDocumentSchema,
  publishQuerySchema,
} from '../document';
import { READ_ERRORS, UPLOAD_ERRORS } from './files';
import { FILE, type Operation } from './operation';

/** What staff do with documents. */
export const DESK_DOCUMENTS: Operation[] = [
  {
    method: 'GET',
    path: '/dossiers/:id/documents',
    summary: 'The documents of a dossier, with who has read them',
    status: 200,
    answer: deskDocumentListSchema,
    errors: ['not-found'],
  },
  {
    method: 'POST',
    path: '/dossiers/:id/documents',
    summary: 'Publish a file; the client gets a mail',
    query: publishQuerySchema,
    body: FILE,
    status: 201,
    answer: deskDocumentSchema,
    errors: UPLOAD_ERRORS,
  },
  {
    method: 'POST',
    path: '/dossiers/:id/attachments',
    summary: 'Upload a file for a message that is not sent yet',
    body: FILE,
    status: 201,
    answer: attachmentSchema,
    errors: UPLOAD_ERRORS,
  },
  {
    method: 'DELETE',
    path: '/attachments/:id',
    summary: 'Drop a file that is not sent yet',
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'GET',
    path: '/documents/:id/view',
    summary: 'Look at a document; counts for nobody',
    status: 200,
    answer: FILE,
    errors: [...READ_ERRORS, 'unsupported-type'],
  },
  {
    method: 'GET',
    path: '/documents/:id/download',
    summary: 'Download a document; counts for nobody',
    status: 200,
    answer: FILE,
    errors: READ_ERRORS,
  },
  {
    method: 'POST',
    path: '/documents/:id/replacement',
    summary:
      'Publish a corrected version in the place of a document, which the client finds no more; they get a mail',
    body: FILE,
    status: 201,
    answer: deskDocumentSchema,
    errors: [...UPLOAD_ERRORS, 'not-allowed', 'document-withdrawn'],
  },
  {
    method: 'POST',
    path: '/documents/:id/withdrawal',
    summary: 'Withdraw a published document',
    status: 200,
    answer: deskDocumentSchema,
    errors: ['not-found', 'not-allowed'],
  },
];
