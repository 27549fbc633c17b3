import { randomBytes } from 'node:crypto';
import { pdfOf, type Answer, type Browser, type House } from '../support';
import { keptFiles } from '../document/on-disk';
import { begin, idIn, sendPart, type Told } from './tus';

/** What must not lie readable anywhere. */
export const SECRET = Buffer.from('The purchase price is secret.');
export const LONG = pdfOf(Buffer.concat([SECRET, randomBytes(3_000_000)]));
export const HALF = Math.floor(LONG.length / 2);

/** Staff announce a long file for a dossier. */
export const begun = async (who: Browser, dossier: { id: string }, told: Partial<Told> = {}) =>
  idIn(await begin(who, dossier, { size: LONG.length, way: 'documents', ...told }));

/** The same, and its first half has arrived. */
export const halfSent = async (who: Browser, dossier: { id: string }, told: Partial<Told> = {}) => {
  const id = await begun(who, dossier, told);
  expect((await sendPart(who, id, 0, LONG.subarray(0, HALF))).status).toBe(204);
  return id;
};

export const sendRest = (who: Browser, id: string): Promise<Answer> =>
  sendPart(who, id, HALF, LONG.subarray(HALF));

/** The house does `work` before it stores a file that came in parts: its last byte has been scanned by then. */
export const beforeStoring = async <T>(
  { strapi }: House,
  work: () => Promise<unknown>,
  sending: () => Promise<T>,
): Promise<T> => {
  const provider = strapi.plugin('upload').provider as { uploadStream(file: object): Promise<unknown> };
  const uploadStream = provider.uploadStream.bind(provider);
  let stored = 0;
  provider.uploadStream = async (file) => {
    stored += 1;
    // The last part is stored first.
    if (stored === 2) await work();
    return uploadStream(file);
  };
  try {
    return await sending();
  } finally {
    provider.uploadStream = uploadStream;
  }
};

export const sweepUploads = ({ strapi }: House, now: Date): Promise<void> =>
  (strapi.service('api::upload.sweep') as unknown as { sweepUploads(now: Date): Promise<void> }).sweepUploads(
    now,
  );

/** Nothing is under way, and every file in the store is a document. */
export const expectNothingLeft = async (house: House): Promise<void> => {
  const ids = (table: string): Promise<unknown[]> => house.strapi.db.connection(table).select('id');
  expect(await house.strapi.db.connection('uploads').whereNull('result').select('id')).toEqual([]);
  expect(await ids('upload_parts')).toEqual([]);
  expect(await keptFiles(house)).toHaveLength((await ids('documents')).length);
};
