import { documentViewSchema } from '../../src/contract/document';
import type { House } from '../support';
import { describeWithScanner, PDF, pdfOf, startStrapi } from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf, openLine, type Line } from '../http/raw';
import { keptFiles, spoolOf, temporaryFilesHolding, whenFolder } from './on-disk';

const MAX = 200_000;

let house: House;
let own: Case;
let kept: string[];
let before: unknown[];

const address = () => `/api/portal/dossiers/${own.dossier.id}/documents`;
const rows = (): Promise<unknown[]> => house.strapi.db.connection('documents').select('id');
const begin = (headers: Record<string, string>, path = address()): Line =>
  openLine(house, `POST ${path}`, {
    ...cookieOf(own.anna.portal),
    'Content-Type': 'application/octet-stream',
    'X-File-Name': 'big.pdf',
    ...headers,
  });
const codeIn = (body: string): unknown => (JSON.parse(body) as { error: { code: string } }).error.code;
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

describeWithScanner('where the firm takes files up to a size', () => {
  beforeAll(async () => {
    house = await startStrapi({ UPLOAD_MAX_BYTES: String(MAX) });
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('a file of exactly the largest size is taken', async () => {
    const answer = await own.anna.portal.upload(
      `/dossiers/${own.dossier.id}/documents`,
      'big.pdf',
      pdfOf(Buffer.alloc(MAX - pdfOf('').length)),
    );
    expect(answer.as(documentViewSchema).size).toBe(MAX);
  });

  describe('an upload that is refused', () => {
    beforeEach(async () => {
      spoolOf(house);
      kept = await keptFiles(house);
      before = await rows();
    });
    afterEach(async () => {
      expect(await keptFiles(house)).toEqual(kept);
      expect(await rows()).toEqual(before);
    });

    it('because it is too large is turned away before a byte of it was sent', async () => {
      const answer = await begin({ 'Content-Length': String(MAX + 1) }).answer;
      expect([answer.status, codeIn(answer.body)]).toEqual([413, 'too-large']);
    });

    it('because it grows too large without having said so is turned away on the way', async () => {
      const line = begin({ 'Transfer-Encoding': 'chunked' });
      for (let sent = 0; sent <= MAX; sent += 20_000) line.say(chunk(Buffer.alloc(20_000, 'b')));
      const answer = await line.answer;
      expect([answer.status, codeIn(answer.body)]).toEqual([413, 'too-large']);
      await whenFolder(spoolOf(house), (files) => files.length === 0);
    });

    it('at the desk and as an attachment, for the same reason', async () => {
      const { jan, anna, dossier } = own;
      const big = Buffer.alloc(MAX + 1);
      for (const answer of [
        await jan.desk.upload(`/dossiers/${dossier.id}/documents?shelf=documents`, 'big.pdf', big),
        await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'big.pdf', big),
        await anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'big.pdf', big),
      ])
        expect([answer.status, answer.error.code]).toEqual([413, 'too-large']);
    });

    it('because it is empty, with and without a length', async () => {
      const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'empty.pdf', '');
      expect([answer.status, answer.error.code]).toEqual([422, 'file-empty']);
      const line = begin({ 'Transfer-Encoding': 'chunked' });
      line.say('0\r\n\r\n');
      expect((await line.answer).status).toBe(422);
    });

    it('because the line is cut in the middle', async () => {
      const spool = spoolOf(house);
      const line = begin({ 'Content-Length': String(MAX) });
      line.say(Buffer.alloc(MAX / 2, 'b'));
      await whenFolder(spool, (files) => files.length === 1);
      line.cut();
      await whenFolder(spool, (files) => files.length === 0);
    });

    it('because the rows cannot be written takes its file with it', async () => {
      const { client } = house.strapi.db.dialect;
      const { connection } = house.strapi.db;
      const isSqlite = client === 'sqlite';
      await connection.raw(
        isSqlite
          ? "CREATE TRIGGER refuse BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'The disk is full'); END"
          : 'ALTER TABLE documents ADD CONSTRAINT refuse CHECK (id < 0) NOT VALID',
      );
      house.strapi.log.level = 'silent';
      const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', PDF);
      house.strapi.log.level = 'error';
      await connection.raw(isSqlite ? 'DROP TRIGGER refuse' : 'ALTER TABLE documents DROP CONSTRAINT refuse');
      expect([answer.status, answer.error.code]).toEqual([500, 'unexpected']);
    });

    it.each(['portal', 'desk'])(
      'because it is a form, and leaves nothing behind: at the %s',
      async (door) => {
        const [who, query] = door === 'portal' ? [own.anna.portal, ''] : [own.jan.desk, '?shelf=documents'];
        const marker = `form-${door}-${process.pid}-${Date.now()}`;
        const form = new FormData();
        form.append('files', new Blob([marker]), 'deed.pdf');
        form.append('other', new Blob([marker]), 'deed.pdf');
        const answer = await who.send('POST', `/dossiers/${own.dossier.id}/documents${query}`, form);
        expect([answer.status, answer.error.code]).toEqual([415, 'unsupported-type']);
        expect(temporaryFilesHolding(Buffer.from(marker))).toEqual([]);
      },
    );

    it.each(['text/plain', 'application/json', 'application/x-www-form-urlencoded', ''])(
      'because it says that it is %s',
      async (type) => {
        const answer = await own.anna.portal.send(
          'POST',
          `/dossiers/${own.dossier.id}/documents`,
          new Blob(['{}'], { type }),
          { 'x-file-name': 'deed.pdf' },
        );
        expect([answer.status, answer.error.code]).toEqual([415, 'unsupported-type']);
      },
    );
  });
});
