import type { DeskUploadWay, UploadWay } from '../../src/contract/upload';
import type { Answer, Browser } from '../support';

export const TUS = { 'tus-resumable': '1.0.0' };

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What is told of a file before it is sent. */
export interface Told {
  name?: string;
  size: number;
  modified?: number;
  way?: UploadWay | DeskUploadWay;
  /** Which document it is to take the place of. */
  replaces?: string;
}

/** Announces a file, as the tus protocol does. */
export const begin = (
  who: Browser,
  { id }: { id: string },
  { name = 'deed.pdf', size, modified, way = 'dossier', replaces }: Told,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const metadata = [`name ${base64(name)}`];
  if (modified !== undefined) metadata.push(`modified ${base64(String(modified))}`);
  const what = replaces === undefined ? `for=${way}` : `for=${way}&document=${replaces}`;
  return who.send('POST', `/dossiers/${id}/uploads?${what}`, undefined, {
    ...TUS,
    'upload-length': String(size),
    'upload-metadata': metadata.join(','),
    ...headers,
  });
};

/** The id in the address that an upload got. */
export const idIn = (answer: Answer): string => {
  const id = /^\/(?:api\/portal|desk)\/uploads\/([a-z0-9]{24})$/.exec(
    answer.headers.get('location') ?? '',
  )?.[1];
  if (answer.status !== 201 || id === undefined)
    throw new Error(`No upload was begun: ${answer.status} ${answer.bytes.toString()}`);
  return id;
};

/** What a part of a file is sent with. */
export const partHeaders = (from: number): Record<string, string> => ({
  ...TUS,
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(from),
});

/** Sends the bytes from `from` on; without bytes it asks for the document of what has arrived. */
export const sendPart = (
  who: Browser,
  id: string,
  from: number,
  bytes: Buffer = Buffer.alloc(0),
  headers: Record<string, string> = {},
): Promise<Answer> =>
  who.send('PATCH', `/uploads/${id}`, new Uint8Array(bytes), { ...partHeaders(from), ...headers });

/** How many bytes the server has; or how it refuses to say. */
export const receivedOf = async (who: Browser, id: string): Promise<number | string> => {
  const answer = await who.send('HEAD', `/uploads/${id}`, undefined, TUS);
  return answer.status === 200
    ? Number(answer.headers.get('upload-offset'))
    : `refused with ${answer.status}`;
};
