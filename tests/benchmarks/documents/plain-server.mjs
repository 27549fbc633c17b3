import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import { pipeline } from 'node:stream';

/** The limit of a download: a node stream of a plain file, read 256 KiB at a time. */
const [file, port] = process.argv.slice(2);
const { size } = statSync(file);
const server = http.createServer((_request, response) => {
  response.writeHead(200, { 'content-length': size, 'content-type': 'application/octet-stream' });
  pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), response, () => undefined);
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
