import { documentViewSchema } from '../document';
import { uploadQuerySchema } from '../upload';
import type { Operation } from './operation';
import { uploadOperations } from './uploads';

/** Files of a client that come in parts. */
export const PORTAL_UPLOADS: Operation[] = uploadOperations({
  announce: 'Announce a file that comes in parts, for the dossier or a message; `Location` says where to',
  query: uploadQuerySchema,
  answer: documentViewSchema,
  errors: ['dossier-closed', 'message-needed'],
});
