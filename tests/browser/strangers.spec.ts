import { expect, test, type Page } from '@playwright/test';
import { atDesk, givenClient, type GivenClient } from './given';
import { publishAll } from './desk';
import { PDF } from './files';
import { signIn } from './portal';
import { expectAccessible, listen } from './quiet';

/** What no row of the database has. */
const NOBODYS = 'a'.repeat(24);
const SHELVES = ['correspondence', 'documents', 'provided'];

/** Every page of a dossier, by the ids in its address. */
const pagesOf = (dossier: string, document: string, message: string): string[] => [
  `/portal/dossiers/${dossier}`,
  ...[...SHELVES, 'messages', 'messages/new'].map((tab) => `/portal/dossiers/${dossier}/${tab}`),
  ...SHELVES.map((shelf) => `/portal/dossiers/${dossier}/${shelf}/${document}`),
  `/portal/dossiers/${dossier}/messages/${message}`,
  `/portal/dossiers/${dossier}/messages/${message}/reply`,
];

const idsIn = async (page: Page, path: string, list: 'documents' | 'messages'): Promise<string> => {
  const answer = await page.request.get(`/api/portal/dossiers/${path}`);
  const found = ((await answer.json()) as Record<typeof list, { id: string }[]>)[list];
  return found[0]?.id ?? '';
};

test('a stranger finds nothing at any page of another’s dossier, as at one that never was', async ({
  browser,
}) => {
  const [olga, sem]: [GivenClient, GivenClient] = [
    await givenClient('Olga', ['Divorce']),
    await givenClient('Sem', ['Own house']),
  ];
  const [theirs = '', own = ''] = [olga.dossiers[0], sem.dossiers[0]];
  await publishAll(theirs, { 'Proposal.pdf': PDF });
  await atDesk('POST', `/dossiers/${theirs}/messages`, { subject: 'The proposal', body: 'See there.' });

  const owner = await (await browser.newContext()).newPage();
  await signIn(owner, olga.email);
  await expect(owner.getByRole('heading', { level: 1, name: 'Divorce' })).toBeVisible();
  const document = await idsIn(owner, theirs, 'documents');
  const message = await idsIn(owner, `${theirs}/messages`, 'messages');
  // Who may, finds all of them: otherwise nothing below would say anything.
  for (const address of [`documents/${document}`, `messages/${message}`, `messages/${message}/reply`]) {
    await owner.goto(`/portal/dossiers/${theirs}/${address}`);
    await expect(owner.getByRole('heading', { level: 1 })).toHaveText(/Proposal\.pdf|The proposal|Reply/);
  }
  await owner.context().close();

  const stranger = await (await browser.newContext()).newPage();
  const heard = listen(stranger);
  await signIn(stranger, sem.email);
  await expect(stranger.getByRole('heading', { level: 1, name: 'Own house' })).toBeVisible();
  const inOwn = pagesOf(own, document, message).filter((address) =>
    /[a-z0-9]{24}\/.*[a-z0-9]{24}/.test(address),
  );
  const looks = new Set<string>();
  for (const address of [
    ...pagesOf(theirs, document, message),
    ...inOwn,
    ...pagesOf(NOBODYS, NOBODYS, NOBODYS),
  ]) {
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(stranger.getByText(/Divorce|Proposal|The proposal/)).toHaveCount(0);
    looks.add(await stranger.locator('.lonely').innerText());
  }
  expect(looks.size).toBe(1);
  await expectAccessible(stranger);
  expect(heard.filter((text) => !text.includes('status of 404'))).toEqual([]);
  await stranger.context().close();
});
