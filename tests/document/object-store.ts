import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** As much of S3 as one upload needs, in memory, and at the pace that a test wants; radosgw cannot be made to wait. */
export interface ObjectStore {
  url: string;
  keys(): string[];
  /** Called with each file that is to be kept; it is kept, and said to be, when this resolves. */
  beforeKeeping: () => Promise<void>;
  /** Called when one is kept, before that is said. */
  kept: () => void;
  stop(): Promise<void>;
}

const ETAG = { ETag: '"stand-in"' };

export const startObjectStore = async (): Promise<ObjectStore> => {
  const objects = new Map<string, Buffer>();
  const store: ObjectStore = {
    url: '',
    keys: () => [...objects.keys()],
    beforeKeeping: () => Promise.resolve(),
    kept: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const keep = async (key: string, request: http.IncomingMessage): Promise<void> => {
    const bytes = await buffer(request);
    await store.beforeKeeping();
    objects.set(key, bytes);
    store.kept();
  };
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const key = new URL(request.url ?? '', 'http://store').pathname.split('/').at(-1) ?? '';
    if (request.method === 'PUT') await keep(key, request);
    if (request.method === 'DELETE') objects.delete(key);
    const object = objects.get(key);
    response.writeHead(request.method === 'GET' && object === undefined ? 404 : 200, ETAG);
    response.end(request.method === 'GET' ? object : undefined);
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return store;
};
