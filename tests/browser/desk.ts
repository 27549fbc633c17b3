import { expect, type Page } from '@playwright/test';

const STAFF = { email: 'jansen@devries.example', password: 'Demo-Jansen-2026' };

/** A member of staff signs in to the admin panel. */
export const signInAtDesk = async (page: Page): Promise<void> => {
  await page.goto('/admin');
  await page.getByLabel('Email').fill(STAFF.email);
  await page.getByLabel(/^Password/).fill(STAFF.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.getByRole('heading', { name: /Hello Jan/ })).toBeVisible();
};

export interface NewClient {
  number: string;
  name: string;
  email: string;
}

/** Creates a client who chose the portal. */
export const createClient = async (page: Page, { number, name, email }: NewClient): Promise<void> => {
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('button', { name: 'New client' }).first().click();
  const form = page.getByRole('dialog', { name: 'New client' });
  await form.getByLabel('Client number').fill(number);
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await form.getByLabel('E-mail address').fill(email);
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
