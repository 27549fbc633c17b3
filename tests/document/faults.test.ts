import { mkdtempSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { documentViewSchema, refusedUploadListSchema } from '../../src/contract/document';
import { PDF, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf, openLine, type Line } from '../http/raw';
import { describeWithClamd, startClamd, type Clamd } from '../plugins/virus-scan/clamd';
import { keptFiles, mountSmallDisk, spoolOf, whenFolder } from './on-disk';

const LIMITS = { streamLimit: '20M', scanLimit: '80M' };
const LONG = pdfOf(Buffer.alloc(3_000_000, 'b'));

let folder: string;
let clamd: Clamd;
let house: House;
let own: Case;

const table = (name: string) => house.strapi.db.connection(name);
const published = () => table('proof_events').where({ kind: 'published' });
const upload = (content: Buffer = PDF) =>
  own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', content);

/** An upload of which the server has the first half. */
const halfSent = async (): Promise<{ line: Line; rest: Buffer }> => {
  const spool = spoolOf(house);
  const line = openLine(house, `POST /api/portal/dossiers/${own.dossier.id}/documents`, {
    ...cookieOf(own.anna.portal),
    'Content-Type': 'application/octet-stream',
    'X-File-Name': 'deed.pdf',
    'Content-Length': String(LONG.length),
  });
  line.say(LONG.subarray(0, LONG.length / 2));
  await whenFolder(spool, (files) => files.length === 1);
  return { line, rest: LONG.subarray(LONG.length / 2) };
};

/** Every insert of a document goes well, and its COMMIT does not. */
const REFUSE_COMMIT = {
  sqlite: [
    'create table never (id integer primary key)',
    'create table wanting (id integer references never (id) deferrable initially deferred)',
    'create trigger refuse after insert on documents begin insert into wanting values (99); end',
  ],
  postgres: [
    "create function refuse() returns trigger as $$ begin raise exception 'no'; end $$ language plpgsql",
    'create constraint trigger refuse after insert on documents deferrable initially deferred for each row execute function refuse()',
  ],
};

/** A disk that says it has everything, and has one bit of it wrong. */
const lieOnce = async (): Promise<void> => {
  const some = await open('/dev/null');
  const disk = Object.getPrototypeOf(some) as FileHandle;
  await some.close();
  const spied = jest.spyOn(disk, 'writev');
  spied.mockImplementationOnce(function (this: FileHandle, parts) {
    const [first, ...rest] = parts.map((part) => Buffer.from(part as Buffer));
    if (first === undefined) throw new Error('Nothing was to be written');
    first.writeUInt8(first.readUInt8(first.length - 1) ^ 1, first.length - 1);
    spied.mockRestore();
    return this.writev([first, ...rest]);
  });
};

describeWithClamd('an upload in the middle of which something breaks', () => {
  let before: unknown;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? '/tmp', 'c-'));
    clamd = await startClamd(LIMITS, folder);
    house = await startStrapi({ CLAMD_SOCKET: clamd.settings.socket, CLAMD_HOST: '' });
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  afterAll(async () => {
    await house.stop();
    await clamd.stop();
  });
  const state = async () => [
    await keptFiles(house),
    await table('documents').select('id'),
    await published(),
  ];
  beforeEach(async () => {
    before = await state();
  });
  const expectNothingKept = async (): Promise<void> => {
    await whenFolder(spoolOf(house), (files) => files.length === 0);
    expect(await state()).toEqual(before);
  };
  const expectSecondTry = async (): Promise<void> => {
    const { id } = (await upload(LONG)).as(documentViewSchema);
    expect((await own.anna.portal.get(`/documents/${id}/download`)).bytes.equals(LONG)).toBe(true);
  };

  it('is refused where clamd dies, and arrives as soon as it is back', async () => {
    const { line, rest } = await halfSent();
    await clamd.stop();
    line.say(rest);
    const { status, body } = await line.answer;
    expect([status, body]).toEqual([503, expect.stringContaining('scanner-unavailable')]);
    await expectNothingKept();
    expect((await upload()).error.code).toBe('scanner-unavailable');
    clamd = await startClamd(LIMITS, folder);
    await expectSecondTry();
  });

  it('leaves nothing where its sender goes away, and is no attempt', async () => {
    const attempts = async () =>
      (await own.jan.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(refusedUploadListSchema);
    const attempted = await attempts();
    (await halfSent()).line.cut();
    await expectNothingKept();
    expect(await attempts()).toEqual(attempted);
    await expectSecondTry();
  });

  it('is refused where the disk is full, and a smaller one arrives', async () => {
    const unmount = mountSmallDisk(spoolOf(house));
    if (unmount === undefined) return console.warn('*** No small disk can be mounted here: SKIPPED ***');
    try {
      const answer = await upload(LONG);
      expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
      await expectNothingKept();
      expect((await upload()).status).toBe(201);
    } finally {
      unmount();
    }
    return expectSecondTry();
  });

  it('is not said to have arrived where the disk has something else than it was given', async () => {
    await lieOnce();
    const answer = await upload(LONG);
    expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
    await expectNothingKept();
    await expectSecondTry();
  });

  it('is not said to have arrived where the database refuses at the very end', async () => {
    const { connection, dialect } = house.strapi.db;
    for (const statement of REFUSE_COMMIT[dialect.client === 'sqlite' ? 'sqlite' : 'postgres'])
      await connection.raw(statement);
    const answer = await upload(LONG);
    await connection.raw(
      dialect.client === 'sqlite' ? 'drop trigger refuse' : 'drop trigger refuse on documents',
    );
    expect([answer.status, answer.error.code]).toEqual([500, 'unexpected']);
    await expectNothingKept();
    await expectSecondTry();
  });
});
