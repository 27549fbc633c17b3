import net from 'node:net';
import { EICAR_HEX } from './clamd.mjs';

const EICAR = Buffer.from(EICAR_HEX, 'hex');

/** Reads one `INSTREAM`: chunks with their length in front, a length of zero at the end. */
class Stream {
  #waiting = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  infected = false;

  /** Takes bytes; true when the stream is complete. */
  take(bytes) {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    while (this.#waiting.length >= 4) {
      const length = this.#waiting.readUInt32BE(0);
      if (length === 0) return true;
      if (this.#waiting.length < 4 + length) return false;
      this.#look(this.#waiting.subarray(4, 4 + length));
      this.#waiting = this.#waiting.subarray(4 + length);
    }
    return false;
  }

  #look(chunk) {
    // The end of the last chunk comes along: the string may lie across two.
    const seen = Buffer.concat([this.#tail, chunk]);
    this.infected ||= seen.includes(EICAR);
    this.#tail = seen.subarray(-EICAR.length);
  }
}

/** `z` commands end with a zero byte and `n` commands with a line, their answers too; an old client's bare PING ends itself. */
const COMMAND = /^(?:z(?<zero>PING|VERSION|INSTREAM)\0|n?(?<line>PING|VERSION|INSTREAM)\n|(?<bare>PING)$)/;

const serve = (connection) => {
  let head = Buffer.alloc(0);
  let stream = null;
  let close = '\0';
  const end = (text) => connection.end(text + close);
  const take = (bytes) => {
    if (stream.take(bytes)) end(stream.infected ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
  };
  connection.on('error', () => connection.destroy());
  connection.on('data', (bytes) => {
    if (stream) return take(bytes);
    head = Buffer.concat([head, bytes]);
    const match = COMMAND.exec(head.toString('latin1'));
    if (!match) return head.length > 64 ? end('UNKNOWN COMMAND') : undefined;
    const command = match.groups.zero ?? match.groups.line ?? match.groups.bare;
    close = match.groups.zero ? '\0' : '\n';
    if (command === 'PING') return end('PONG');
    if (command === 'VERSION') return end('EICAR stand-in');
    stream = new Stream();
    return take(head.subarray(match[0].length));
  });
};

/**
 * For machines without clamd: speaks clamd's protocol and knows the EICAR test string alone.
 * It protects nobody; it lets one try what happens to an infected file.
 * @returns {Promise<import('node:net').Server>} the server, listening on `port` of this machine alone.
 */
export const startEicarScanner = (port = 0) =>
  new Promise((resolve, reject) => {
    const server = net.createServer(serve);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
