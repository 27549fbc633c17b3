import type { Context } from 'koa';
import { uploadsOf } from '../../../access/client';
import { find } from '../../../access/find';
import { cleanFileName } from '../../../contract/file-name';
import { refuse } from '../../../contract/refuse';
import { uploadMetadataSchema, uploadQuerySchema } from '../../../contract/upload';
import { database, type UploadRow } from '../../../db';
import { query } from '../../../http/input';
import { declaredLength } from '../../../http/json-body';
import { accountOf, idOf } from '../../../http/person';
import { keepPart } from '../parts/keep';
import { presentResult, presentUpload } from '../present';
import { beginUpload, type Coming } from '../services/begin';
import { cancelUpload } from '../services/cancel';
import { finishUpload } from '../services/finish';
import { listUploads } from '../services/list';
import { answerTus, speakTus } from '../tus';

/** Below this an upload has its address. */
const PATH = '/api/portal/uploads';

const own = (ctx: Context): Promise<UploadRow> =>
  find(database(), 'uploads', uploadsOf(accountOf(ctx), new Date()), idOf(ctx));

const knownOf = (upload: UploadRow) => ({
  id: upload.document_id,
  size: Number(upload.size),
  received: Number(upload.received),
  createdAt: new Date(upload.created_at),
});

const comingOf = (size: number, metadata: Record<string, string | null>): Coming => {
  const said = uploadMetadataSchema.safeParse(metadata);
  const name = said.success ? cleanFileName(said.data.name) : '';
  if (name === '') throw refuse('invalid-input', 'An upload without a name', { fields: ['Upload-Metadata'] });
  return { name, size, modified: said.data?.modified ?? null };
};

export default {
  async begin(ctx: Context) {
    const { for: way } = query(ctx, uploadQuerySchema);
    // A lost answer to a request that carried the file would double it when it is sent again.
    if (declaredLength(ctx) > 0) throw refuse('unsupported-type', 'An upload begins without its bytes');
    await answerTus(ctx, PATH, {
      begin: (size, metadata) => beginUpload(accountOf(ctx), idOf(ctx), way, comingOf(size, metadata)),
    });
  },

  async list(ctx: Context) {
    const { for: way } = query(ctx, uploadQuerySchema);
    ctx.body = { uploads: (await listUploads(accountOf(ctx), idOf(ctx), way)).map(presentUpload) };
  },

  /** How far it is; the protocol asks by HEAD. */
  async show(ctx: Context) {
    const upload = await own(ctx);
    if (ctx.method === 'HEAD') await answerTus(ctx, PATH, { known: knownOf(upload) });
    else ctx.body = presentUpload(upload);
  },

  /** The next part, or none once everything has arrived: then it is only made a document of, if it is not one yet. */
  async receive(ctx: Context) {
    const upload = await own(ctx);
    let document: string | undefined;
    await answerTus(ctx, PATH, {
      known: knownOf(upload),
      keep: (from, stream) => keepPart(upload, from, stream),
      finish: async () => {
        document = await finishUpload(accountOf(ctx), upload);
      },
    });
    if (document === undefined) return;
    ctx.body = await presentResult(accountOf(ctx), upload, document);
    ctx.status = 201;
  },

  async cancel(ctx: Context) {
    speakTus(ctx);
    await cancelUpload(accountOf(ctx), idOf(ctx));
    ctx.status = 204;
  },
};
