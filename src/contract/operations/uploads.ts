import type { z } from 'zod';
import type { ErrorCode } from '../errors';
import { uploadListSchema, uploadViewSchema } from '../upload';
import { UPLOAD_ERRORS } from './files';
import { PART, type Operation } from './operation';

const TUS = { 'Tus-Resumable': '1.0.0' };

interface Side {
  /** What announcing a file does. */
  announce: string;
  query: z.ZodObject;
  /** What a file becomes. */
  answer: z.ZodType;
  /** Why this side may not send into a dossier. */
  errors: ErrorCode[];
}

/** Files that come in parts, by the tus protocol 1.0.0 with the extensions creation, expiration and termination. */
export const uploadOperations = ({ announce, query, answer, errors }: Side): Operation[] => [
  {
    method: 'POST',
    path: '/dossiers/:id/uploads',
    summary: announce,
    query,
    headers: {
      ...TUS,
      'Upload-Length': 'The size of the file in bytes',
      'Upload-Metadata': '`name` and, if known, `modified` (milliseconds since 1970), each in base 64',
    },
    status: 201,
    errors: [...UPLOAD_ERRORS, 'invalid-input', 'foreign-origin', ...errors, 'too-many-uploads'],
  },
  {
    method: 'GET',
    path: '/dossiers/:id/uploads',
    summary: 'The own files of which not everything has arrived',
    query,
    status: 200,
    answer: uploadListSchema,
    errors: ['not-found', 'invalid-input'],
  },
  {
    method: 'GET',
    path: '/uploads/:id',
    summary: 'How much of a file has arrived; by HEAD, `Upload-Offset` says it',
    status: 200,
    answer: uploadViewSchema,
    errors: ['not-found'],
  },
  {
    method: 'PATCH',
    path: '/uploads/:id',
    summary:
      'Send the next part (204). The last one is answered as the upload in one request is; where that failed for a moment, an empty part at the end tries again',
    headers: { ...TUS, 'Upload-Offset': 'How many bytes have arrived before' },
    body: PART,
    status: 201,
    answer,
    errors: [...UPLOAD_ERRORS, ...errors, 'offset-conflict', 'upload-busy', 'too-many-uploads'],
  },
  {
    method: 'DELETE',
    path: '/uploads/:id',
    summary: 'Cancel a file that has not become a document; its parts are removed',
    status: 204,
    errors: ['not-found', 'foreign-origin'],
  },
];
