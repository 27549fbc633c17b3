import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a house. */
export interface Proxy {
  /** Where it answers, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/** Whom the proxy heard is added at the end of what it was told, as nginx's `$proxy_add_x_forwarded_for` does. */
const forwardedFor = ({ headers, socket }: http.IncomingMessage): string =>
  [headers['x-forwarded-for'], socket.remoteAddress].filter((part) => part !== undefined).join(', ');

/** Starts a proxy that asks the house from an address of its own, `127.0.0.9` for instance. */
export const startProxy = async (houseUrl: string, localAddress: string): Promise<Proxy> => {
  const server = http.createServer((request, response) => {
    const headers = { ...request.headers, 'x-forwarded-for': forwardedFor(request) };
    const onwards = http.request(new URL(request.url ?? '/', houseUrl), {
      method: request.method,
      headers,
      localAddress,
    });
    onwards.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
