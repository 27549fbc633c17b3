import { deskDocumentSchema } from '../document';
import { deskUploadQuerySchema } from '../upload';
import type { Operation } from './operation';
import { uploadOperations } from './uploads';

/** Files of the firm that come in parts. */
export const DESK_UPLOADS: Operation[] = uploadOperations({
  announce:
    'Announce a file that comes in parts: to publish, in the place of a document, or for a message; `Location` says where to',
  query: deskUploadQuerySchema,
  answer: deskDocumentSchema,
  errors: ['not-allowed', 'document-withdrawn'],
});
