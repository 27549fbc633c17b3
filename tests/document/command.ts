import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = path.resolve(__dirname, '../..');

/** `npm run documents -- NAME` as it is typed, on the settings of the house that runs; what Strapi logs is left out. */
export const documentsCommand = async (name: string): Promise<{ code: number | null; lines: string[] }> => {
  const child = spawn(process.execPath, ['scripts/documents.mjs', name], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = await text(child.stdout);
  const lines = said.trim().split('\n');
  return { code: await ended, lines: lines.filter((line) => !line.startsWith('[')) };
};
