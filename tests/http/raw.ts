import net from 'node:net';
import type { Browser, House } from '../support';

/** A connection on which anything can be said, also what no browser would say. */
export interface Line {
  say(text: string | Uint8Array): void;
  /** Cuts the line as a power cut would. */
  cut(): void;
  /** What the server answers; waited for until its head and the length that it names are there. */
  answer: Promise<{ status: number; body: string }>;
}

/** How long a connection may be silent. */
const DEADLINE_MS = 60_000;

const complete = (text: string): { status: number; body: string } | undefined => {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = text.slice(0, end);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const body = text.slice(end + 4);
  if (Buffer.byteLength(body) < length) return undefined;
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), body };
};

/** Opens a connection and sends the head of a request; what follows is for the caller to say. */
export const openLine = (house: House, requestLine: string, headers: Record<string, string>): Line => {
  const { hostname, port } = new URL(house.baseUrl);
  const socket = net.connect(Number(port), hostname);
  // A line that stays open would keep the server from ending.
  socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('The server said nothing more')));
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
      const whole = complete(text);
      if (!whole) return;
      resolve(whole);
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`The server hung up after: ${text}`)));
  });
  // Who cuts the line does not wait for an answer.
  answer.catch(() => undefined);
  const lines = Object.entries({ Host: `${hostname}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write([`${requestLine} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  return { say: (text) => void socket.write(text), cut: () => void socket.destroy(), answer };
};

/** What a browser sends along to be known. */
export const cookieOf = ({ cookies }: Browser): Record<string, string> => ({
  Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
});
