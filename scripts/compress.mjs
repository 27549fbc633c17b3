import { readdirSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WORTH_IT = /\.(?:js|mjs|css|html|svg|json)$/;
/** Below this the answer's own headers are longer than what is saved. */
const SMALLEST = 1024;

/** Each way with the end of its file's name; as small as it gets, for it is done once and read often. */
const WAYS = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

const compressFile = async (file) => {
  if ((await stat(file)).size < SMALLEST) return;
  const bytes = await readFile(file);
  await Promise.all(
    Object.entries(WAYS).map(async ([ending, compressed]) =>
      writeFile(file + ending, await compressed(bytes)),
    ),
  );
};

/** Lays a brotli and a gzip form beside each file below the folder for which that is worth it. */
export const compressFolder = async (folder) => {
  const files = readdirSync(folder, { recursive: true }).filter((name) => WORTH_IT.test(name));
  await Promise.all(files.map((name) => compressFile(path.join(folder, name))));
};
