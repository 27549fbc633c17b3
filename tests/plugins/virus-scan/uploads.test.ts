import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Scanner } from '../../../src/plugins/virus-scan/server/services/scanner';
import {
  describeWithScanner,
  EICAR,
  givenAdministrator,
  startStrapi,
  type Browser,
  type House,
} from '../../support';
import { panelOf } from '../admin-panel';
import { uploadsOf } from './upload-service';

let house: House;
let panel: Browser;

beforeAll(async () => {
  house = await startStrapi();
  panel = await panelOf(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const storedFiles = async (): Promise<string[]> =>
  readdir(path.join(house.folder, 'documents')).catch(() => []);
const spooledFiles = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('virus-scan-'));
const rows = async () => house.strapi.db.query('plugin::upload.file').count();

interface GivenFile {
  hash: string;
  ext: string;
  mime: string;
  size: number;
  name?: string;
  stream?: Readable;
  buffer?: Buffer;
}

type Method = 'upload' | 'uploadStream' | 'replace' | 'replaceStream';
const provider = (): Partial<Record<Method, (file: GivenFile) => Promise<unknown>>> =>
  house.strapi.plugin('upload').provider;

let given = 0;
const fileOf = (content: string, as: 'stream' | 'buffer'): GivenFile => ({
  hash: `given-${(given += 1)}`,
  ext: '.txt',
  mime: 'text/plain',
  size: content.length / 1000,
  name: 'given.txt',
  ...(as === 'stream' ? { stream: Readable.from([Buffer.from(content)]) } : { buffer: Buffer.from(content) }),
});

describeWithScanner('an upload by the media library', () => {
  it('is stored when it is clean', async () => {
    const before = (await storedFiles()).length;
    expect(await uploadsOf(house).upload('Dear sir')).toHaveLength(1);
    expect((await storedFiles()).length).toBe(before + 1);
  });

  it('is stored nowhere when it holds a virus, and says so', async () => {
    const before = [await storedFiles(), await rows()];
    await expect(uploadsOf(house).upload(EICAR, 'bank.txt')).rejects.toMatchObject({
      status: 422,
      message: expect.stringMatching(
        /bank\.txt contains a virus \(Eicar-Test-Signature.*\)\. It was not stored\./,
      ),
    });
    expect([await storedFiles(), await rows()]).toEqual(before);
  });

  it('leaves no temporary file, clean or not', async () => {
    const before = await spooledFiles();
    await uploadsOf(house).upload('Dear sir');
    await expect(uploadsOf(house).upload(EICAR)).rejects.toMatchObject({ status: 422 });
    expect(await spooledFiles()).toEqual(before);
  });

  it('cannot be replaced by a virus', async () => {
    const [file] = await uploadsOf(house).upload('Dear sir');
    const before = await storedFiles();
    await expect(uploadsOf(house).replace(file?.id ?? 0, EICAR)).rejects.toMatchObject({ status: 422 });
    expect(await storedFiles()).toEqual(before);
  });

  it('is shown among the refused files with its sender', async () => {
    await expect(uploadsOf(house).upload(EICAR, 'newest.txt')).rejects.toMatchObject({ status: 422 });
    const list = (await panel.get('/virus-scan/refusals?limit=1')).json;
    expect(list).toMatchObject({
      data: [
        {
          name: 'newest.txt',
          reason: 'infected',
          signature: expect.stringContaining('Eicar'),
          actor: 'admin:1',
          scope: 'upload',
          size: 68,
          sha256: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f',
        },
      ],
    });
  });
});

describeWithScanner('the upload provider', () => {
  it.each([
    ['uploadStream', 'stream'],
    ['upload', 'buffer'],
    ['replaceStream', 'stream'],
    ['replace', 'buffer'],
  ] as const)('does not %s a virus', async (method, as) => {
    const store = provider()[method];
    if (!store) return;
    const before = await storedFiles();
    await expect(store(fileOf(EICAR, as))).rejects.toMatchObject({ status: 422 });
    expect(await storedFiles()).toEqual(before);
  });

  it('takes a file without a second scan that was scanned already, once', async () => {
    const scanner = house.strapi.plugin('virus-scan').service<Scanner>('scanner');
    const file = fileOf(EICAR, 'stream');
    scanner.passed(file);
    await provider().uploadStream?.(file);
    file.stream = Readable.from([Buffer.from(EICAR)]);
    await expect(provider().uploadStream?.(file)).rejects.toMatchObject({ status: 422 });
  });

  it('does not take a file without content', async () => {
    const file: GivenFile = { hash: 'empty', ext: '.txt', mime: 'text/plain', size: 0 };
    await expect(provider().uploadStream?.(file)).rejects.toThrow(/without content/);
  });
});
