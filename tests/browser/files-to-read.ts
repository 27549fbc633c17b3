import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser } from '@playwright/test';
import {
  changeSettings,
  createClient,
  createDossier,
  publishAll,
  signInAtDesk,
  type NewClient,
} from './desk';
import { ELSEWHERE, heavyPdf, maliciousPdf, pdfOfPages } from './pdfs';

const SAMPLES = path.resolve(__dirname, '../document/samples');
const sample = (name: string): Buffer => readFileSync(path.join(SAMPLES, name));

/** What is no page of ours, in letters of an old Windows. */
export const NOTES = Buffer.from(`<h1>Caf\xe9</h1><script>fetch('${ELSEWHERE}/text')</script>`, 'latin1');
/** Long enough to come in several parts. */
export const PAGES = 700;
export const SCAN = heavyPdf(6);

/** A file of each kind that the viewer treats in its own way. */
const filesToRead = async (): Promise<Record<string, Buffer>> => ({
  'Draft deed.pdf': await pdfOfPages(PAGES),
  'Scan.pdf': SCAN,
  'Trap.pdf': maliciousPdf(),
  'Locked.pdf': await pdfOfPages(2, 'secret'),
  'Torn.pdf': Buffer.from('%PDF-1.4\n1 0 obj<</Ty'),
  'Plan.png': sample('testPNG.png'),
  'Notes.txt': NOTES,
  'Remarks.docx': sample('testComment.docx'),
});

/** A client who is invited, and a dossier with all of these files, a locked one too; says its id. */
export const givenDossierToRead = async (
  browser: Browser,
  client: NewClient,
  { number, description }: { number: string; description: string },
): Promise<string> => {
  const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAtDesk(desk);
  await createClient(desk, client);
  await createDossier(desk, client.name, number, description);
  const id = desk.url().split('/').at(-1) ?? '';
  await desk.getByRole('button', { name: 'Invite' }).click();
  await expect(desk.getByRole('region', { name: 'Client' })).toContainText('Invited');
  await desk.context().close();
  await changeSettings({ encryptedArchives: 'accept' });
  await publishAll(id, await filesToRead());
  return id;
};
