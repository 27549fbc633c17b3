import type { Context } from 'koa';
import type { z } from 'zod';
import { find } from '../../access/find';
import { cleanFileName } from '../../contract/file-name';
import { refuse } from '../../contract/refuse';
import { uploadMetadataSchema } from '../../contract/upload';
import { database, type UploadRow } from '../../db';
import { query } from '../../http/input';
import { declaredLength } from '../../http/json-body';
import { idOf } from '../../http/person';
import { keepPart } from './parts/keep';
import { presentUpload } from './present';
import { beginUpload, type Coming } from './services/begin';
import { cancelUpload } from './services/cancel';
import { finishUpload } from './services/finish';
import { listUploads } from './services/list';
import { answerTus, speakTus } from './tus';
import type { Purpose, Uploader } from './uploader';

interface Side<Way extends UploadRow['way']> {
  /** Below this an upload has its address. */
  path: string;
  /** What files may be for. */
  purposes: z.ZodType<Purpose<Way>>;
  uploader: (ctx: Context) => Uploader<Way>;
}

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

const own = (uploader: Uploader, ctx: Context): Promise<UploadRow> =>
  find(database(), 'uploads', uploader.uploads(new Date()), idOf(ctx));

/** How files come in parts from one side of the house. */
export const uploadsFrom = <Way extends UploadRow['way']>({ path, purposes, uploader }: Side<Way>) => ({
  async begin(ctx: Context) {
    const purpose = query(ctx, purposes);
    // A lost answer to a request that carried the file would double it when it is sent again.
    if (declaredLength(ctx) > 0) throw refuse('unsupported-type', 'An upload begins without its bytes');
    await answerTus(ctx, path, {
      begin: (size, metadata) => beginUpload(uploader(ctx), idOf(ctx), purpose, comingOf(size, metadata)),
    });
  },

  async list(ctx: Context) {
    const uploads = await listUploads(uploader(ctx), idOf(ctx), query(ctx, purposes));
    ctx.body = { uploads: uploads.map(presentUpload) };
  },

  /** How far it is; the protocol asks by HEAD. */
  async show(ctx: Context) {
    const upload = await own(uploader(ctx), ctx);
    if (ctx.method === 'HEAD') await answerTus(ctx, path, { known: knownOf(upload) });
    else ctx.body = presentUpload(upload);
  },

  /** The next part, or none once everything has arrived: then it is only made a document of, if it is not one yet. */
  async receive(ctx: Context) {
    const who = uploader(ctx);
    const upload = await own(who, ctx);
    let document: string | undefined;
    await answerTus(ctx, path, {
      known: knownOf(upload),
      keep: (from, stream) => keepPart(upload, from, stream),
      finish: async () => {
        document = await finishUpload(who, upload);
      },
    });
    if (document === undefined) return;
    ctx.body = await who.arrived(upload.way, document);
    ctx.status = 201;
  },

  async cancel(ctx: Context) {
    speakTus(ctx);
    await cancelUpload(uploader(ctx), idOf(ctx));
    ctx.status = 204;
  },
});
