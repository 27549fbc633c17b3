import type { Context } from 'koa';
import { refuse } from '../../contract/refuse';
import { inTransaction, type DocumentRow } from '../../db';
import { accountOf } from '../../http/person';
import { readings, type Announcement, type ReadingKind } from '../../plugin-services';
import { documentType } from '../dossier/readers';
import { clientActor, scopeOf, writeProof } from '../proof/write';

/** A prefetch gets nothing: with the content it could be read and still be called unread. */
export const requireNoPrefetch = (ctx: Context): void => {
  if (readings().isPrefetch(ctx)) throw refuse('not-allowed', 'A prefetch gets no content');
};

/** The document as the readings know it. */
export const announcementOf = (document: DocumentRow, scope: string): Announcement => ({
  type: documentType(document.shelf),
  id: document.document_id,
  scope,
});

/**
 * Notes that this account has opened or downloaded a document of the firm; what the client delivered is not read.
 * The first moment is kept beside the document, every one in the proof log. What belongs to an opening that has begun
 * (`goesOn`) is one more only where no beginning was noted.
 */
export const noteReading = async (
  ctx: Context,
  document: DocumentRow,
  kind: ReadingKind,
  goesOn = false,
): Promise<void> => {
  if (document.account_id !== null) return;
  const account = accountOf(ctx);
  await inTransaction(async (trx) => {
    const scope = await scopeOf(trx, document.dossier_id);
    const by = { reader: account.documentId, kind };
    const noted = await readings().note(trx, ctx, announcementOf(document, scope), by);
    if (noted === 'not' || (noted === 'again' && goesOn)) return;
    await writeProof(trx, scope, kind, { documents: [document], by: clientActor(account) });
  });
};
