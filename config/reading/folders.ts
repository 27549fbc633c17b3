import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** Where documents are kept, as long as there is no S3 bucket. */
export const documentFolder = (env: Env): string =>
  path.resolve(process.cwd(), env('DOCUMENT_FOLDER', '.tmp/documents'));

/**
 * Where files wait for their verdict: beside the documents, on the same disk, so that a clean one need not be copied.
 * Empty, which means the system's own place, where documents go to a bucket.
 */
export const spoolFolder = (env: Env): string => {
  const own = env('SPOOL_FOLDER', '');
  if (own !== '' || env('S3_BUCKET', '') !== '') return own;
  return path.join(path.dirname(documentFolder(env)), 'spool');
};
