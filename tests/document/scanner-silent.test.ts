import net from 'node:net';
import { documentViewSchema } from '../../src/contract/document';
import { describeWithScanner, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { expectNothingLeft, halfSent, LONG, sendRest } from '../upload/half-sent';
import { receivedOf, sendPart } from '../upload/tus';
import { keptFiles, spoolOf, whenFolder } from './on-disk';

/** What stands between the portal and clamd: nobody who answers, one who begins to, or an open way. */
let way: 'silent' | 'half' | 'open' = 'open';
const lines = new Set<net.Socket>();

const between = net.createServer((line) => {
  lines.add(line);
  line.on('error', () => undefined);
  if (way === 'open') {
    const clamd = net.connect(process.env.TEST_CLAMD_SOCKET ?? '');
    clamd.on('error', () => line.destroy());
    line.on('close', () => clamd.destroy());
    line.pipe(clamd).pipe(line);
    return;
  }
  line.resume();
  if (way === 'half') line.once('data', () => line.write('stream: O'));
});

let house: House;
let own: Case;

const upload = (content: Buffer) =>
  own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', content);

describeWithScanner('a scanner that takes files and does not answer', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    const { port } = between.address() as net.AddressInfo;
    const settings = { CLAMD_SOCKET: '', CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(port) };
    house = await startStrapi({ ...settings, CLAMD_SILENCE_MS: '1500' });
    own = await givenCase(house);
  });
  afterAll(async () => {
    await house.stop();
    for (const line of lines) line.destroy();
    between.close();
  });
  afterEach(() => {
    way = 'open';
  });

  it.each(['silent', 'half'] as const)(
    '%s: the file is refused, and arrives when it is sent again',
    async (how) => {
      way = how;
      const before = await keptFiles(house);
      const content = pdfOf(`a deed that meets a ${how} scanner`);
      const answer = await upload(content);
      expect([answer.status, answer.error.code]).toEqual([503, 'scanner-unavailable']);
      await whenFolder(spoolOf(house), (files) => files.length === 0);
      expect(await keptFiles(house)).toEqual(before);
      way = 'open';
      const { id } = (await upload(content)).as(documentViewSchema);
      expect((await own.anna.portal.get(`/documents/${id}/download`)).bytes.equals(content)).toBe(true);
    },
  );

  it.each(['silent', 'half'] as const)(
    '%s at the end of a file that came in parts: its bytes are kept, and need not be sent again',
    async (how) => {
      const who = own.anna.portal;
      const id = await halfSent(who, own.dossier, { way: 'dossier' });
      way = how;
      const answer = await sendRest(who, id);
      expect([answer.status, answer.error.code]).toEqual([503, 'scanner-unavailable']);
      expect(await receivedOf(who, id)).toBe(LONG.length);
      way = 'open';
      const { id: document } = (await sendPart(who, id, LONG.length)).as(documentViewSchema);
      expect((await who.get(`/documents/${document}/download`)).bytes.equals(LONG)).toBe(true);
      await expectNothingLeft(house);
    },
  );
});
