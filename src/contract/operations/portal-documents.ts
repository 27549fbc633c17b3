import { attachmentSchema, documentViewSchema, zipQuerySchema } from '../document';
import { READ_ERRORS, UPLOAD_ERRORS } from './files';
import { FILE, type Operation } from './operation';

/** What a client does with documents. */
export const PORTAL_DOCUMENTS: Operation[] = [
  {
    method: 'GET',
    path: '/dossiers/:id/zip',
    summary:
      'All or all unread documents of a dossier with a list of their hashes; each counts as downloaded by itself',
    query: zipQuerySchema,
    status: 200,
    answer: FILE,
    errors: [...READ_ERRORS, 'invalid-input'],
  },
  {
    method: 'POST',
    path: '/dossiers/:id/documents',
    summary: 'Deliver a file into a dossier',
    body: FILE,
    status: 201,
    answer: documentViewSchema,
    errors: [...UPLOAD_ERRORS, 'dossier-closed', 'message-needed'],
  },
  {
    method: 'POST',
    path: '/dossiers/:id/attachments',
    summary: 'Upload a file for a message that is not sent yet',
    body: FILE,
    status: 201,
    answer: attachmentSchema,
    errors: [...UPLOAD_ERRORS, 'dossier-closed'],
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
    summary: 'Look at a document; counts as opened',
    status: 200,
    answer: FILE,
    errors: [...READ_ERRORS, 'unsupported-type'],
  },
  {
    method: 'GET',
    path: '/documents/:id/download',
    summary:
      'Download a document; counts as downloaded. Of a part (`Range`) only the rest up to the end comes alone, where what lies before it has gone out to the same reader',
    status: 200,
    answer: FILE,
    errors: READ_ERRORS,
  },
  {
    method: 'DELETE',
    path: '/documents/:id',
    summary: 'Take back an own upload that the firm has not opened; its content is deleted',
    status: 204,
    errors: ['not-found', 'not-allowed', 'dossier-closed', 'already-opened'],
  },
];
