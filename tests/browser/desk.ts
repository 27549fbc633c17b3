import { expect, request, test, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { attachmentSchema, FILE_NAME_HEADER } from '../../src/contract/document';
import type { FirmSettingsChange } from '../../src/contract/firm-settings';
import { proofPageSchema } from '../../src/contract/proof';

const ADMINISTRATOR = { email: 'beheer@devries.example', password: 'Demo-Beheer-2026' };
/** The demo's own member of staff, who looks after the demo's dossier. */
export const JANSEN = { email: 'jansen@devries.example', password: 'Demo-Jansen-2026' };

const signedInSchema = z.object({ data: z.object({ token: z.string() }) });
const rolesSchema = z.object({ data: z.array(z.object({ id: z.number(), name: z.string() })) });
const invitedSchema = z.object({ data: z.object({ registrationToken: z.string() }) });

/** What Strapi and the demo call the roles. */
type Role = 'Staff' | 'Super Admin';

let token: Promise<string> | undefined;

/** Requests of the firm's administrator, who signs in once for all tests: Strapi allows five times in five minutes. */
export const administrator = async (): Promise<APIRequestContext> => {
  // Not the page's own requests: their cookies would sign the page in as the administrator.
  const baseURL = test.info().project.use.baseURL;
  token ??= (async () => {
    const server = await request.newContext({ baseURL });
    const answer = await server.post('/admin/login', { data: ADMINISTRATOR });
    const { data } = signedInSchema.parse(await answer.json());
    await server.dispose();
    return data.token;
  })();
  return request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${await token}` } });
};

/** The firm works differently from now on; whoever says so puts it back. */
export const changeSettings = async (change: FirmSettingsChange): Promise<void> => {
  const server = await administrator();
  expect((await server.patch('/desk/settings', { data: change })).status()).toBe(200);
  await server.dispose();
};

/** Another Jan Jansen: Strapi lets nobody sign in to its panel more often than five times in five minutes. */
const newStaff = async (inRole: Role): Promise<typeof JANSEN> => {
  const server = await administrator();
  const roles = rolesSchema.parse(await (await server.get('/admin/roles')).json()).data;
  const email = `jansen-${Date.now().toString(36)}@devries.example`;
  const [name, role] = [{ firstname: 'Jan', lastname: 'Jansen' }, roles.find((one) => one.name === inRole)];
  const user = await server.post('/admin/users', {
    data: { ...name, email, roles: [role?.id] },
  });
  const { registrationToken } = invitedSchema.parse(await user.json()).data;
  const { password } = JANSEN;
  await server.post('/admin/register', { data: { registrationToken, userInfo: { ...name, password } } });
  await server.dispose();
  return { email, password };
};

/** A member of staff signs in to the admin panel; a new one, if no other is named. */
export const signInAtDesk = async (
  page: Page,
  known?: typeof JANSEN,
  inRole: Role = 'Staff',
): Promise<void> => {
  const { email, password } = known ?? (await newStaff(inRole));
  await page.goto('/admin');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.getByRole('heading', { name: /Hello Jan/ })).toBeVisible();
};

export interface NewClient {
  number: string;
  name: string;
  email: string;
}

/** The firm's own language is proposed to a new client, whatever the reader's is. */
export const chooseEnglish = async (page: Page, form: Locator): Promise<void> => {
  const language = form.getByRole('combobox', { name: 'Language' });
  await expect(language).toHaveText('Dutch');
  await language.click();
  await page.getByRole('option', { name: 'English' }).click();
};

/** Creates a client who chose the portal. */
export const createClient = async (page: Page, { number, name, email }: NewClient): Promise<void> => {
  await page.getByRole('link', { name: 'Clients' }).first().click();
  await page.getByRole('button', { name: 'New client' }).first().click();
  const form = page.getByRole('dialog', { name: 'New client' });
  await form.getByLabel('Client number').fill(number);
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await form.getByLabel('E-mail address').fill(email);
  await chooseEnglish(page, form);
  await form.getByRole('button', { name: 'Create client' }).click();
  await expect(form).toBeHidden();
};

/** Creates a dossier for a client, and opens it. */
export const createDossier = async (
  page: Page,
  client: string,
  number: string,
  description: string,
): Promise<void> => {
  await page.getByRole('link', { name: 'Dossiers' }).first().click();
  await page.getByRole('button', { name: 'New dossier' }).first().click();
  const form = page.getByRole('dialog', { name: 'New dossier' });
  await form.getByLabel('Dossier number').fill(number);
  await form.getByLabel('Description').fill(description);
  await form.getByRole('combobox', { name: 'Client' }).fill(client);
  await page.getByRole('option', { name: new RegExp(client) }).click();
  await form.getByRole('button', { name: 'Create dossier' }).click();
  await expect(page.getByRole('heading', { name: description, level: 1 })).toBeVisible();
};

/** Publishes a file of the given bytes under Documents. */
export const publish = async (page: Page, name: string, content: Buffer): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: content });
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
};

/** What the desk says a client did with a document. */
export const readingOf = (page: Page, document: string) =>
  page
    .getByRole('row', { name: new RegExp(document) })
    .getByRole('gridcell')
    .nth(4);

const fileOf = (name: string, data: Buffer) => ({
  headers: { [FILE_NAME_HEADER]: encodeURIComponent(name), 'content-type': 'application/octet-stream' },
  data,
});

/** Publishes files under Documents without looking at the desk meanwhile. */
export const publishAll = async (dossierId: string, files: Record<string, Buffer>): Promise<void> => {
  const server = await administrator();
  for (const [name, data] of Object.entries(files)) {
    const answer = await server.post(
      `/desk/dossiers/${dossierId}/documents?shelf=documents`,
      fileOf(name, data),
    );
    expect([name, answer.status()]).toEqual([name, 201]);
  }
  await server.dispose();
};

/** Writes to the client, and sends files along. */
export const sendMessage = async (
  dossierId: string,
  subject: string,
  files: Record<string, Buffer>,
): Promise<void> => {
  const server = await administrator();
  const attachmentIds: string[] = [];
  for (const [name, data] of Object.entries(files)) {
    const answer = await server.post(`/desk/dossiers/${dossierId}/attachments`, fileOf(name, data));
    attachmentIds.push(attachmentSchema.parse(await answer.json()).id);
  }
  const data = { subject, body: 'Please read what is attached.', attachmentIds };
  expect((await server.post(`/desk/dossiers/${dossierId}/messages`, { data })).status()).toBe(201);
  await server.dispose();
};

/** What the proof log says that the client did with a document, in the order in which it was done. */
export const clientEventsOf = async (dossierId: string, name: string): Promise<string[]> => {
  const server = await administrator();
  const page = proofPageSchema.parse(await (await server.get(`/desk/dossiers/${dossierId}/proof`)).json());
  await server.dispose();
  return page.events
    .filter(({ documentName, actorType }) => documentName === name && actorType === 'client')
    .sort((one, other) => one.seq - other.seq)
    .map(({ kind }) => kind);
};

/** Takes a document back from the client. */
export const withdraw = async (documentId: string): Promise<void> => {
  const server = await administrator();
  const answer = await server.post(`/desk/documents/${documentId}/withdrawal`);
  expect(answer.status()).toBeLessThan(300);
  await server.dispose();
};
