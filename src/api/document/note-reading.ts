import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { refuse } from '../../contract/refuse';
import { inTransaction, type DocumentRow } from '../../db';
import { accountOf } from '../../http/person';
import { readings, type ReadingKind } from '../../plugin-services';
import { documentType } from '../dossier/readers';
import { clientActor, scopeOf, writeProof } from '../proof/write';

/** A prefetch gets nothing: with the content it could be read and still be called unread. */
export const requireNoPrefetch = (ctx: Context): void => {
  if (readings().isPrefetch(ctx)) throw refuse('not-allowed', 'A prefetch gets no content');
};

/**
 * Notes that this account has opened or downloaded a document of the firm; what the client delivered is not read.
 * The first moment is kept beside the document, every one in the proof log.
 */
export const noteReading = async (ctx: Context, document: DocumentRow, kind: ReadingKind): Promise<void> => {
  if (document.account_id !== null) return;
  const account = accountOf(ctx);
  await inTransaction(async (trx) => {
    const scope = await scopeOf(trx, document.dossier_id);
    const announcement = { type: documentType(document.shelf), id: document.document_id, scope };
    const counts = await readings().note(trx, ctx, announcement, { reader: account.documentId, kind });
    if (counts) await writeProof(trx, scope, kind, { documents: [document], by: clientActor(account) });
  });
};

async function* heldBack(file: Readable, arrived: () => Promise<void>): AsyncGenerator<unknown> {
  let last: unknown;
  for await (const part of file) {
    if (last !== undefined) yield last;
    last = part;
  }
  await arrived();
  if (last !== undefined) yield last;
}

/**
 * The file, whose last part waits for `arrived`: so a download counts when all of it has gone out, and never when
 * the line was cut on the way; and nobody has the whole file without its having counted.
 */
export const holdingBackTheEnd = (file: Readable, arrived: () => Promise<void>): Readable =>
  // A reader who leaves before the first part has nothing running that would close the file.
  Readable.from(heldBack(file, arrived), { objectMode: false }).once('close', () => file.destroy());
