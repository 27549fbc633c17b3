import { attemptTokenRefresh, isFetchError, type useFetchClient } from '@strapi/strapi/admin';
import type { FetchResponse } from '@strapi/strapi/admin';
import { z } from 'zod';
import { LineError } from '../sending/line';
import { lineOf } from './line';
import { refusalIn } from './refusal';
import { fetchFile, fetchPart, sendChange, type TransferAnswer } from './transfer';

type Client = ReturnType<typeof useFetchClient>;

export interface Caller {
  client: Client;
  language: string;
  /** Read at the time of each upload: the panel renews its token in the background. */
  token: () => string | null;
}

const answered = async <T>(answer: Promise<FetchResponse<T>>): Promise<T> => {
  try {
    return (await answer).data;
  } catch (error) {
    throw (isFetchError(error) && refusalIn(error.response?.data)) || error;
  }
};

// The panel keeps it where Strapi's server types promise another object.
const panelSchema = z.object({ backendURL: z.string() });

/** How the desk's requests go, and how their answers are read: each rejects with a `Refusal` where the server said no. */
export const transport = ({ client, language, token }: Caller) => {
  const { backendURL } = panelSchema.parse(window.strapi);
  const options = { headers: { 'Accept-Language': language } };
  /** For what the panel's own client cannot send; like it, tries once more with a renewed token. */
  const sent = async <T>(schema: z.ZodType<T>, send: (token: string | null) => Promise<TransferAnswer>) => {
    const first = await send(token());
    const answer = first.status === 401 ? await send(await attemptTokenRefresh(token())) : first;
    if (answer.status >= 400) throw refusalIn(answer.body) ?? new Error(`The desk answered ${answer.status}`);
    return schema.parse(answer.body);
  };
  return {
    get: async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
      schema.parse(await answered(client.get(path, options))),
    post: async <T>(path: string, schema: z.ZodType<T>, body: unknown = {}): Promise<T> =>
      schema.parse(await answered(client.post(path, body, options))),
    patch: <T>(path: string, schema: z.ZodType<T>, change: unknown): Promise<T> =>
      sent(schema, (bearer) => sendChange({ url: `${backendURL}${path}`, change, language, token: bearer })),
    put: async <T>(path: string, schema: z.ZodType<T>, body: unknown): Promise<T> =>
      schema.parse(await answered(client.put(path, body, options))),
    remove: (path: string) => answered(client.del(path, options)),
    blob: (path: string): Promise<Blob> => answered(client.get(path, { ...options, responseType: 'blob' })),
    postForBlob: (path: string): Promise<Blob> =>
      sent(z.instanceof(Blob), (bearer) =>
        fetchFile({ url: `${backendURL}${path}`, language, token: bearer }),
      ),
    /** The bytes of a file from `first` up to and without `end`. */
    part: async (path: string, first: number, end: number, signal?: AbortSignal): Promise<ArrayBuffer> => {
      const asked = { url: `${backendURL}${path}`, range: `bytes=${first}-${end - 1}`, language, signal };
      try {
        return await sent(z.instanceof(ArrayBuffer), async (bearer) => {
          const answer = await fetchPart({ ...asked, token: bearer });
          // Bytes of another place than the one that was asked for would be shown as if they were that place's.
          if (answer.status === 200) throw new LineError('unreadable');
          return answer;
        });
      } catch (thrown) {
        throw thrown instanceof TypeError ? new LineError('unreachable') : thrown;
      }
    },
    line: lineOf({ language, token }),
    /** The whole address of a path, for what asks beside the panel's own client. */
    address: (path: string): string => new URL(`${backendURL}${path}`, location.href).href,
  };
};
