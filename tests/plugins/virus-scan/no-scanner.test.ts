import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { givenAdministrator, startStrapi, type Browser, type House } from '../../support';
import { panelOf } from '../admin-panel';
import { uploadsOf } from './upload-service';

let house: House;
let panel: Browser;

beforeAll(async () => {
  house = await startStrapi({ CLAMD_SOCKET: '', CLAMD_HOST: '127.0.0.1', CLAMD_PORT: '1' });
  panel = await panelOf(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

describe('an upload while the scanner does not answer', () => {
  it('is refused, stored nowhere, and can be tried again later', async () => {
    await expect(uploadsOf(house).upload('Dear sir')).rejects.toMatchObject({ status: 503 });
    expect(await readdir(path.join(house.folder, 'documents')).catch(() => [])).toEqual([]);
    expect(await house.strapi.db.query('plugin::upload.file').count()).toBe(0);
  });

  it('is told on the home page', async () => {
    expect((await panel.get('/virus-scan/health')).json).toEqual({
      data: { status: 'unavailable', reason: 'unreachable' },
    });
  });
});
