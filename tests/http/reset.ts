import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import net from 'node:net';
import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Context } from 'koa';
import type { Browser, House } from '../support';
import { cookieOf } from './raw';

/** What was left of an answer whose reader has gone: bytes that the house gave to the line, and bytes that came. */
interface Remains {
  given: number;
  came: number;
}

/** Koa's own step from a request to the end of its handling, which its types keep to themselves. */
interface Handler {
  handleRequest(ctx: Context, layers: unknown): Promise<unknown>;
}

/** Resolves when nothing works on the answer any more. */
const whenClosed = async (body: unknown): Promise<void> => {
  // It is closed before its end, which is what a reset does.
  if (body instanceof Readable && !body.closed) await finished(body).catch(() => undefined);
};

/**
 * Asks for something and resets the line: as soon as the house has heard the request, or at the first bytes of the
 * answer. Resolves when the house does nothing more for it.
 */
export const askAndReset = async (
  house: House,
  browser: Browser,
  path: string,
  when: 'at once' | 'at the first bytes',
): Promise<Remains> => {
  const { hostname, port } = new URL(house.baseUrl);
  const { app, httpServer } = house.strapi.server;
  const handling = jest.spyOn(app as unknown as Handler, 'handleRequest');
  const heard = once(httpServer, 'request') as Promise<[IncomingMessage]>;
  const line = net.connect(Number(port), hostname);
  const { Cookie = '' } = cookieOf(browser);
  line.write(`GET /api/portal${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${Cookie}\r\n\r\n`);
  const [{ socket }] = await heard;
  const came = when === 'at once' ? 0 : ((await once(line, 'data')) as [Buffer])[0].length;
  line.resetAndDestroy();
  const [ctx] = handling.mock.calls[0] ?? [];
  const handled: unknown = handling.mock.results[0]?.value;
  handling.mockRestore();
  if (!ctx) throw new Error('The house did not take the request');
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
  await handled;
  await whenClosed(ctx.body);
  return { given: socket.bytesWritten, came };
};
