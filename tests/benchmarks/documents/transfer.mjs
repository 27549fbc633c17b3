import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { randomFillSync } from 'node:crypto';

const PIECE = randomFillSync(Buffer.alloc(1_000_000));
/** What a JPEG begins with: the portal looks at it, and clamd does not take the rest for a program. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

/** A file of so many MB that no disk and no compression makes faster. */
export function* file(megabytes) {
  yield Buffer.concat([JPEG, PIECE.subarray(JPEG.length)]);
  for (let n = 1; n < megabytes; n += 1) yield PIECE;
}

const send = async (target, pieces) => {
  for (const piece of pieces) if (!target.write(piece)) await once(target, 'drain');
};

/** The limit of an upload: clamd alone looks at the same bytes. Gives the milliseconds. */
export const scanAlone = async (socket, megabytes) => {
  const start = performance.now();
  const connection = net.connect(socket);
  connection.write('zINSTREAM\0');
  const length = (size) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(size);
    return head;
  };
  for (const piece of file(megabytes)) await send(connection, [length(piece.length), piece]);
  connection.write(length(0));
  const [answer] = await once(connection, 'data');
  if (!String(answer).includes('OK')) throw new Error(`clamd answered ${String(answer)}`);
  connection.destroy();
  return performance.now() - start;
};

const body = async (answer) => {
  const parts = [];
  for await (const part of answer) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** Sends such a file there; gives the milliseconds and the document's id. */
export const sendFile = async (address, headers, megabytes) => {
  const start = performance.now();
  const request = http.request(address, {
    method: 'POST',
    headers: {
      ...headers,
      origin: new URL(address).origin,
      'content-type': 'application/octet-stream',
      'content-length': megabytes * PIECE.length,
      'x-file-name': `scan-${megabytes}.jpg`,
    },
  });
  const answered = once(request, 'response');
  await send(request, file(megabytes));
  request.end();
  const [answer] = await answered;
  const said = await body(answer);
  if (answer.statusCode !== 201) throw new Error(`An upload was answered ${answer.statusCode}: ${said}`);
  return { milliseconds: performance.now() - start, id: JSON.parse(said).id };
};

/** Uploads such a file into a client's dossier. */
export const upload = ({ url, cookie, dossier }, megabytes) =>
  sendFile(`${url}/api/portal/dossiers/${dossier}/documents`, { cookie }, megabytes);

const answerOf = async (url, cookie, method) => {
  const headers = { cookie, origin: new URL(url).origin };
  const [answer] = await once(http.request(url, { method, headers, agent: false }).end(), 'response');
  if (answer.statusCode !== 200) throw new Error(`${url} was answered ${answer.statusCode}`);
  return answer;
};

/** Downloads, and throws away what comes; gives MB a second, and how many bytes it was. */
export const download = async (url, cookie = '', method = 'GET') => {
  const start = performance.now();
  let size = 0;
  for await (const part of await answerOf(url, cookie, method)) size += part.length;
  return { perSecond: size / 1000 / (performance.now() - start), size };
};

/** Begins a download and leaves it; gives the milliseconds to the first byte. */
export const firstByte = async (url, cookie = '') => {
  const start = performance.now();
  const answer = await answerOf(url, cookie, 'GET');
  await once(answer, 'data');
  const milliseconds = performance.now() - start;
  answer.destroy();
  return milliseconds;
};
