import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startStrapi } from '../support';
import { whenFolder } from './on-disk';

const DAY_MS = 24 * 60 * 60_000;

describe('the spool of a process that was killed', () => {
  it('is swept at the next start, but for what another process is still writing', async () => {
    const files = { left: '', arriving: '' };
    const house = await startStrapi({}, () => {
      const folder = process.env.SPOOL_FOLDER ?? '';
      mkdirSync(folder, { recursive: true });
      for (const name of ['left', 'arriving'] as const) {
        files[name] = path.join(folder, name);
        writeFileSync(files[name], 'half a file');
      }
      const before = new Date(Date.now() - DAY_MS - 60_000);
      utimesSync(files.left, before, before);
    });
    await whenFolder(path.dirname(files.left), (names) => !names.includes('left'));
    const stayed = existsSync(files.arriving);
    await house.stop();
    expect(stayed).toBe(true);
  });
});
