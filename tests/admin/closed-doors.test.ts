import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { givenAdministrator, startStrapi, type Browser, type House } from '../support';
import { panelOf } from '../plugins/admin-panel';

let house: House;
let panel: Browser;

beforeAll(async () => {
  house = await startStrapi();
  panel = await panelOf(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

/** What answers the administrator at these addresses although nothing should. */
const openOf = async (addresses: string[]): Promise<string[]> => {
  const open: string[] = [];
  for (const address of addresses) {
    const [method = '', where = ''] = address.split(' ');
    const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
    const { status } = await panel.send(method, where, body, { 'content-type': 'application/json' });
    if (status !== 404 && status !== 405) open.push(`${address} answered ${status}`);
  }
  return open;
};

/** The rights of the administrator, who has all there are. */
const rights = async (): Promise<string[]> => {
  const all = z.object({ data: z.array(z.object({ action: z.string() })) });
  return (await panel.get('/admin/users/me/permissions')).as(all).data.map(({ action }) => action);
};

describe('the mail of the firm', () => {
  const mail = {
    to: 'anybody@evil.example',
    subject: 'From your lawyer',
    text: 'Pay here',
    html: 'Pay here',
  };

  it('is sent to nobody by hand, not even by the administrator', async () => {
    for (const address of ['/email', '/email/test', '/api/email'])
      expect([404, 405]).toContain((await panel.post(address, mail)).status);
    expect(house.inbox.waiting(mail.to)).toEqual([]);
  });

  it('has no page in the panel', async () => {
    expect(await openOf(['GET /email/settings', 'POST /email/verify'])).toEqual([]);
    expect((await rights()).filter((right) => right.startsWith('plugin::email.'))).toEqual([]);
  });
});

describe('the media library', () => {
  const form = () => {
    const body = new FormData();
    body.append('files', new Blob(['Dear sir'], { type: 'text/plain' }), 'letter.txt');
    return body;
  };

  it('takes no file, not even from the administrator', async () => {
    for (const address of ['/upload', '/upload/files', '/upload?id=1', '/upload/files/1/replace'])
      expect([404, 405]).toContain((await panel.send('POST', address, form())).status);
    expect(await house.strapi.db.query('plugin::upload.file').count()).toBe(0);
    expect(await readdir(path.join(house.folder, 'documents')).catch(() => [])).toEqual([]);
  });

  it('fetches no address, shows nothing and keeps no settings', async () => {
    const open = [
      'POST /upload/actions/upload-from-urls',
      'POST /upload/actions/bulk-delete',
      'GET /upload/files',
      'GET /upload/files/1',
      'PUT /upload/files/1',
      'DELETE /upload/files/1',
      'GET /upload/folders',
      'POST /upload/folders',
      'GET /upload/folder-structure',
      'GET /upload/configuration',
      'PUT /upload/settings',
      'POST /api/upload',
    ];
    expect(await openOf(open)).toEqual([]);
  });

  it('has no page in the panel', async () => {
    expect((await rights()).filter((right) => right.startsWith('plugin::upload.'))).toEqual([]);
  });
});

describe('the content manager without a media library', () => {
  it.each([
    [
      'api::news-item.news-item',
      { title: 'Closed on Friday', body: 'We are back.', appearsAt: '2026-01-02T08:00:00.000Z' },
    ],
    ['api::faq.faq', { question: 'Where do I park?', answer: 'Behind the house.' }],
  ])('still keeps what the office writes: %s', async (uid, entry) => {
    const address = `/content-manager/collection-types/${uid}`;
    const kept = (await panel.post(address, entry)).as(
      z.object({ data: z.object({ documentId: z.string() }) }),
    );
    const one = `${address}/${kept.data.documentId}`;
    expect((await panel.get(one)).json).toMatchObject({ data: entry });
    expect((await panel.put(one, entry)).status).toBe(200);
    expect((await panel.delete(one)).status).toBe(200);
  });
});
