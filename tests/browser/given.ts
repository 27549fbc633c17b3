import { expect, request, test } from '@playwright/test';
import { z } from 'zod';
import type { NewClient } from '../../src/contract/client';
import { administrator } from './desk';
import { linkIn, mailsTo } from './mailbox';
import { CLIENT_PASSWORD } from './portal';

const madeSchema = z.object({ id: z.string() });

export interface GivenClient {
  email: string;
  /** The ids of the dossiers, in the order of their descriptions. */
  dossiers: string[];
}

let given = 0;

/** Something asked of the desk by the firm's administrator; gives the id of what was made. */
const made = async (path: string, data: object): Promise<string> => {
  const firm = await administrator();
  const answer = await firm.post(path, { data });
  expect([path, answer.status()]).toEqual([path, 201]);
  const { id } = madeSchema.parse(await answer.json());
  await firm.dispose();
  return id;
};

/** Says at the desk what changes. */
export const atDesk = async (method: 'POST' | 'PUT' | 'PATCH', path: string, data = {}): Promise<void> => {
  const firm = await administrator();
  const answer = await firm.fetch(`/desk${path}`, { method, data });
  expect([path, answer.ok()]).toEqual([path, true]);
  await firm.dispose();
};

/** Chooses the password with the links of the mails, as a client does, without looking at the pages. */
const activateQuietly = async (email: string): Promise<void> => {
  const portal = await request.newContext({ baseURL: test.info().project.use.baseURL });
  await mailsTo(email, 1);
  await portal.post('/api/portal/activation', { data: { email } });
  const [, mail] = await mailsTo(email, 2);
  const [, token] = /#.*?([A-Za-z0-9_-]{43})/.exec(mail ? linkIn(mail) : '') ?? [];
  const answer = await portal.post('/api/portal/activation/link', {
    data: { token, password: CLIENT_PASSWORD },
  });
  expect(answer.status()).toBeLessThan(300);
  await mailsTo(email, 3);
  await portal.dispose();
};

/** A client who uses the portal already, with a dossier for each description; made without a look at the desk. */
export const givenClient = async (
  name: string,
  descriptions: readonly string[],
  wishes: Partial<NewClient> = {},
): Promise<GivenClient> => {
  given += 1;
  const unique = `${Date.now().toString(36)}${given}`;
  const email = `${name.toLowerCase()}-${unique}@client.example`;
  const clientId = await made('/desk/clients', {
    number: `G-${unique}`,
    name: `${name} ${unique}`,
    email,
    language: 'en',
    communication: 'portal',
    ...wishes,
  });
  const dossiers: string[] = [];
  for (const [place, description] of descriptions.entries())
    dossiers.push(await made('/desk/dossiers', { number: `${unique}.${place}`, description, clientId }));
  await atDesk('POST', `/clients/${clientId}/invitation`);
  await activateQuietly(email);
  return { email, dossiers };
};
