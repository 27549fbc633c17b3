import { execFileSync } from 'node:child_process';
import type { DeskClient, NewClient } from '../../src/contract/client';
import { deskClientSchema } from '../../src/contract/client';
import type { Answer, House, StaffMember } from '../support';
import { CLIENT_PASSWORD, givenClient, nextNumber, portal } from '../support';

/** A client who was invited by mail to use a code. */
export interface Invited {
  client: DeskClient;
  /** Whose invitation it is, as the mail's link says. */
  reference: string;
}

export const givenInvited = async (
  house: House,
  staff: StaffMember,
  wishes: { userName?: string } & Partial<NewClient> = {},
): Promise<Invited> => {
  const { userName, ...ofClient } = wishes;
  const client = await givenClient(staff, ofClient);
  (await staff.desk.post(`/clients/${client.id}/invitation`, { userName })).as(deskClientSchema);
  const [link = ''] = (await house.inbox.next(client.email)).links;
  return { client, reference: link.split('#')[1] ?? '' };
};

export const writtenLetter = (staff: StaffMember, { client }: Invited): Promise<Answer> =>
  staff.desk.post(`/clients/${client.id}/invitation/letter`);

/** What a reader sees on the paper. */
export const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString('utf8');

/** The code that stands in a fresh letter. */
export const codeFor = async (staff: StaffMember, invited: Invited): Promise<string> => {
  const letter = await writtenLetter(staff, invited);
  const code = /\b(?:[A-Z0-9]{5}-){2}[A-Z0-9]{5}\b/.exec(textOf(letter.bytes))?.[0];
  if (code === undefined) throw new Error(`No code in the letter: ${letter.status}`);
  return code;
};

export const freshName = (): string => `client.${nextNumber()}`;

/** Activates by code from a browser of its own. */
export const activate = (house: House, code: string, wishes: object = {}): Promise<Answer> =>
  portal(house.baseUrl).post('/activation/code', {
    code,
    userName: freshName(),
    password: CLIENT_PASSWORD,
    ...wishes,
  });

/** Wrong activations count for the address that they come from, and all tests have the same. */
export const forgetAddress = (house: House): Promise<unknown> =>
  house.strapi.db.connection('lockout_counters').where('subject', 'like', 'activation:%').delete();
