import type { Context } from 'koa';
import { find } from '../../../access/find';
import { dossiersOf, draftsOf } from '../../../access/staff';
import { publishQuerySchema } from '../../../contract/document';
import { database, type DocumentRow } from '../../../db';
import { query } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { refusals } from '../../../plugin-services';
import { uploadOf } from '../intake/upload';
import { presentAttachment, presentDeskDocument, presentRefused } from '../present';
import { sendDownload, sendView } from '../send-file';
import { attachForDesk } from '../services/attach-for-desk';
import { dropDraft } from '../services/drop';
import { listForDesk, showForDesk } from '../services/list';
import { findForDesk, markOpenedByStaff } from '../services/open-for-desk';
import { publishDocument } from '../services/publish';
import { replaceDocument } from '../services/replace';
import { withdrawDocument } from '../services/withdraw';

const REFUSED_MAX = 100;

/** A HEAD gives no content, and is no opening. */
const opened = async (ctx: Context): Promise<DocumentRow> => {
  const document = await findForDesk(staffOf(ctx), idOf(ctx));
  if (ctx.method !== 'HEAD') await markOpenedByStaff(document);
  return document;
};

export default {
  async list(ctx: Context) {
    const documents = await listForDesk(staffOf(ctx), idOf(ctx));
    ctx.body = { documents: documents.map(presentDeskDocument) };
  },

  async publish(ctx: Context) {
    const { shelf } = query(ctx, publishQuerySchema);
    const id = await publishDocument(staffOf(ctx), idOf(ctx), shelf, uploadOf(ctx));
    ctx.status = 201;
    ctx.body = presentDeskDocument(await showForDesk(staffOf(ctx), id));
  },

  async replace(ctx: Context) {
    const id = await replaceDocument(staffOf(ctx), idOf(ctx), uploadOf(ctx));
    ctx.status = 201;
    ctx.body = presentDeskDocument(await showForDesk(staffOf(ctx), id));
  },

  async attach(ctx: Context) {
    const id = await attachForDesk(staffOf(ctx), idOf(ctx), uploadOf(ctx));
    ctx.status = 201;
    ctx.body = presentAttachment(await find(database(), 'documents', draftsOf(staffOf(ctx)), id));
  },

  async drop(ctx: Context) {
    await dropDraft(draftsOf(staffOf(ctx)), idOf(ctx));
    ctx.status = 204;
  },

  async withdraw(ctx: Context) {
    ctx.body = presentDeskDocument(
      await showForDesk(staffOf(ctx), await withdrawDocument(staffOf(ctx), idOf(ctx))),
    );
  },

  // Staff look without leaving a trace in the client's read state (B2).
  async view(ctx: Context) {
    await sendView(ctx, await opened(ctx));
  },

  async download(ctx: Context) {
    await sendDownload(ctx, await opened(ctx));
  },

  async refused(ctx: Context) {
    const dossier = await find(database(), 'dossiers', dossiersOf(staffOf(ctx)), idOf(ctx));
    const attempts = await refusals().list({ scopes: [dossier.document_id], limit: REFUSED_MAX });
    ctx.body = { refusals: attempts.map(presentRefused) };
  },
};
