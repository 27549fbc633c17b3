import type { Context } from 'koa';
import { documentsOf, draftsOf } from '../../../access/client';
import { find } from '../../../access/find';
import { database, type DocumentRow } from '../../../db';
import { accountOf, idOf } from '../../../http/person';
import { uploadOf } from '../intake/upload';
import { deliveryOf } from '../delivery';
import { noteReading, requireNoPrefetch } from '../note-reading';
import { presentAttachment, presentDocument } from '../present';
import { sendDownload, sendView } from '../send-file';
import { dropDraft } from '../services/drop';
import { listDocuments } from '../services/list';
import { takeBack } from '../services/take-back';
import { uploadAttachment, uploadDocument } from '../services/upload';

const own = (ctx: Context, id: unknown): Promise<DocumentRow> =>
  find(database(), 'documents', documentsOf(accountOf(ctx)), id);

export default {
  async list(ctx: Context) {
    const documents = await listDocuments(accountOf(ctx), idOf(ctx));
    ctx.body = { documents: documents.map((document) => presentDocument(accountOf(ctx), document)) };
  },

  async upload(ctx: Context) {
    const document = await own(ctx, await uploadDocument(accountOf(ctx), idOf(ctx), uploadOf(ctx)));
    ctx.status = 201;
    // Only an open dossier takes a file.
    const listed = { ...document, unread_subject: null, dossier_status: 'in-progress' as const };
    ctx.body = presentDocument(accountOf(ctx), listed);
  },

  async attach(ctx: Context) {
    const id = await uploadAttachment(accountOf(ctx), idOf(ctx), uploadOf(ctx));
    ctx.status = 201;
    ctx.body = presentAttachment(await find(database(), 'documents', draftsOf(accountOf(ctx)), id));
  },

  async drop(ctx: Context) {
    await dropDraft(draftsOf(accountOf(ctx)), idOf(ctx));
    ctx.status = 204;
  },

  async takeBack(ctx: Context) {
    await takeBack(accountOf(ctx), idOf(ctx));
    ctx.status = 204;
  },

  // The file is opened first: a document that could not be sent has not been read.
  async view(ctx: Context) {
    requireNoPrefetch(ctx);
    const document = await own(ctx, idOf(ctx));
    const part = await sendView(ctx, document);
    await noteReading(ctx, document, 'opened', part !== undefined && part.first > 0);
  },

  async download(ctx: Context) {
    requireNoPrefetch(ctx);
    const document = await own(ctx, idOf(ctx));
    await sendDownload(ctx, document, await deliveryOf(ctx, document));
  },
};
