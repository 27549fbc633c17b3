import type { Context } from 'koa';
import { documentsOf, type Account } from '../../../access/client';
import { isStillSignedIn } from '../../../access/session';
import type { ZipChoice } from '../../../contract/document';
import { refuse } from '../../../contract/refuse';
import { database, type DocumentRow, type DossierRecord } from '../../../db';
import { accountOf } from '../../../http/person';
import { deliveryOf } from '../delivery';
import { listDocuments } from '../services/list';
import { openDocument } from '../stored/open-document';
import { zipOf, type Zip } from './zip-of';

/** Asked when its turn has come: while others went out, it may have been withdrawn, or the session ended. */
const isStillTheirs = async (account: Account, { id }: DocumentRow): Promise<boolean> => {
  const db = database();
  if (!(await isStillSignedIn(db, account))) throw refuse('not-signed-in', 'The session ended during a zip');
  const row: unknown = await db('documents')
    .modify(documentsOf(account))
    .where('documents.id', id)
    .first('documents.id');
  return row !== undefined;
};

/** What stands in the tabs of a dossier, or what of it is unread; each counts as downloaded when it has gone out. */
export const zipForClient = async (ctx: Context, dossier: DossierRecord, which: ZipChoice): Promise<Zip> => {
  const account = accountOf(ctx);
  const listed = await listDocuments(account, dossier);
  const documents = listed.filter(({ unread_subject }) => which === 'all' || unread_subject !== null);
  if (documents.length === 0) throw refuse('not-found', 'No document to put into a zip');
  return zipOf(documents, async (document) => {
    if (!(await isStillTheirs(account, document))) return undefined;
    return { file: await openDocument(document), delivery: await deliveryOf(ctx, document) };
  });
};
