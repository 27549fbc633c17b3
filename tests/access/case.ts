import type { NewClient } from '../../src/contract/client';
import type { DeskDossier } from '../../src/contract/dossier';
import type { NewMessage } from '../../src/contract/message';
import type { Answer, Browser, House, PortalClient, StaffMember } from '../support';
import { givenDossier, givenPortalClient, givenStaff, nextNumber, portal } from '../support';

/** A dossier of Anna's, which Jan alone looks after. */
export interface Case {
  jan: StaffMember;
  anna: PortalClient;
  dossier: DeskDossier;
}

/** A case of its own, with staff and a client whom no other case knows. */
export const givenCase = async (house: House, wishes: Partial<NewClient> = {}): Promise<Case> => {
  const jan = await givenStaff(house);
  const anna = await givenPortalClient(house, jan, wishes);
  return { jan, anna, dossier: await givenDossier(jan, anna.client) };
};

/** What a message needs at least. */
export const newMessage = (wishes: Partial<NewMessage> = {}): NewMessage => ({
  subject: 'A question about the deed',
  body: 'When will it be ready?',
  ...wishes,
});

/** Writes a message into the dossier, from the portal and from the desk alike. */
export const write = (
  by: Browser,
  { id }: { id: string },
  wishes: Partial<NewMessage> = {},
): Promise<Answer> => by.post(`/dossiers/${id}/messages`, newMessage(wishes));

/** Another sign-in of the same client, who shares every dossier and no draft. */
export const givenSecondAccount = async (house: House, { client, password }: PortalClient) => {
  const [email, number] = [`partner${nextNumber()}@client.example`, nextNumber()];
  const accounts = house.strapi.db.connection('up_users');
  const { id, ...first }: Record<string, unknown> = await accounts
    .clone()
    .where({ email: client.email })
    .first();
  const documentId = String(number).padStart(24, 'p');
  await accounts.clone().insert({ ...first, document_id: documentId, email, username: email });
  const theirs = portal(house.baseUrl);
  const answer = await theirs.post('/session', { userName: email, password });
  if (answer.status !== 200) throw new Error(`The second account of ${String(id)} could not sign in`);
  return { email, portal: theirs };
};

/** An id as the server gives them, of nothing that exists. */
export const UNKNOWN_ID = 'zyxwvutsrqponmlkjihgfedc';
