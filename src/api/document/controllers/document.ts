import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { documentsOf, dossiersOf, draftsOf } from '../../../access/client';
import { find } from '../../../access/find';
import { zipQuerySchema } from '../../../contract/document';
import { database, type DocumentRow } from '../../../db';
import { query } from '../../../http/input';
import { isListening } from '../../../http/line';
import { accountOf, idOf } from '../../../http/person';
import { uploadOf } from '../intake/upload';
import { deliveryOf } from '../delivery';
import { noteReading, requireNoPrefetch } from '../note-reading';
import { presentAttachment, presentDelivered } from '../present';
import { send, sendDownload, sendView } from '../send-file';
import { dropDraft } from '../services/drop';
import { takeBack } from '../services/take-back';
import { zipForClient } from '../zip/for-client';
import { uploadAttachment, uploadDocument } from '../services/upload';

const own = (ctx: Context, id: unknown): Promise<DocumentRow> =>
  find(database(), 'documents', documentsOf(accountOf(ctx)), id);

export default {
  async zip(ctx: Context) {
    requireNoPrefetch(ctx);
    const { which } = query(ctx, zipQuerySchema);
    const dossier = await find(database(), 'dossiers', dossiersOf(accountOf(ctx)), idOf(ctx));
    if (ctx.method !== 'HEAD') {
      const { file, parts } = await zipForClient(ctx, dossier, which);
      send(ctx, file, parts);
    }
    ctx.status = 200;
    ctx.set('Content-Disposition', contentDisposition(`${dossier.number.replace(/[/\\]/g, '-')}.zip`));
    ctx.type = 'application/zip';
  },

  async upload(ctx: Context) {
    const document = await own(ctx, await uploadDocument(accountOf(ctx), idOf(ctx), uploadOf(ctx)));
    ctx.status = 201;
    ctx.body = presentDelivered(accountOf(ctx), document);
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

  async view(ctx: Context) {
    requireNoPrefetch(ctx);
    const document = await own(ctx, idOf(ctx));
    await sendView(ctx, document, {
      isListening: () => isListening(ctx),
      opened: (goesOn) => noteReading(ctx, document, 'opened', goesOn),
    });
  },

  async download(ctx: Context) {
    requireNoPrefetch(ctx);
    const document = await own(ctx, idOf(ctx));
    await sendDownload(ctx, document, await deliveryOf(ctx, document));
  },
};
