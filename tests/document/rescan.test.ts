import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { givenDocument, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { describeWithClamd, startClamd, type Clamd } from '../plugins/virus-scan/clamd';
import { documentsCommand } from './command';

const LIMITS = { streamLimit: '20M', scanLimit: '80M' };
const LATER_BAD = 'nobody knew this worm when it came';

let folder: string;
let clamd: Clamd;
let house: House;
let own: Case;

const rescan = () => documentsCommand('rescan');

/** The signatures of the next morning: one more than when the documents came. */
const learn = async (): Promise<void> => {
  await clamd.stop();
  mkdirSync(path.join(folder, 'db'), { recursive: true });
  const line = `Worm.Of.Today:0:*:${Buffer.from(LATER_BAD).toString('hex')}\n`;
  writeFileSync(path.join(folder, 'db', 'today.ndb'), line);
  clamd = await startClamd(LIMITS, folder);
};

describeWithClamd('npm run documents -- rescan', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? '/tmp', 'c-'));
    clamd = await startClamd(LIMITS, folder);
    house = await startStrapi({ CLAMD_SOCKET: clamd.settings.socket, CLAMD_HOST: '' });
    own = await givenCase(house);
  });
  afterAll(async () => {
    await house.stop();
    await clamd.stop();
  });

  it('names what only today’s signatures find, and leaves it where it is', async () => {
    const { jan, anna, dossier } = own;
    const content = pdfOf(LATER_BAD);
    const bad = await givenDocument(jan, dossier, { name: 'Invoice.pdf', content });
    const good = await givenDocument(jan, dossier, { name: 'Deed.pdf' });
    expect(await rescan()).toEqual({
      code: 0,
      lines: ['2 documents clean, 0 infected, 0 not looked into, 0 erased'],
    });
    await learn();
    const { code, lines } = await rescan();
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^INFECTED +${bad.id} .*"Invoice.pdf".*Worm.Of.Today`)),
      '1 documents clean, 1 infected, 0 not looked into, 0 erased',
    ]);
    expect(lines[0]).toContain(dossier.number);
    for (const { id } of [bad, good])
      expect((await anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
  });

  it('calls nothing clean into which nobody looked', async () => {
    await clamd.stop();
    const { code, lines } = await rescan();
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('0 documents clean, 0 infected, 2 not looked into, 0 erased');
  });
});
