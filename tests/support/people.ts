import type { ZodType } from 'zod';
import { z } from 'zod';
import { activatedSchema } from '../../src/contract/activation';
import type { DeskClient, NewClient } from '../../src/contract/client';
import { deskClientSchema } from '../../src/contract/client';
import type { DeskDocument, PublishingShelf } from '../../src/contract/document';
import { deskDocumentSchema } from '../../src/contract/document';
import type { DeskDossier, NewDossier } from '../../src/contract/dossier';
import { deskDossierSchema } from '../../src/contract/dossier';
import { firmSettingsSchema, type FirmSettingsChange } from '../../src/contract/firm-settings';
import type { Browser } from './http';
import { browser, portal } from './http';
import type { Mail } from './inbox';
import type { House } from './strapi';

/** A member of staff who is signed in to the admin panel. */
export interface StaffMember {
  /** The admin user's documentId. */
  id: string;
  name: string;
  email: string;
  password: string;
  /** Paths below `/desk`. */
  desk: Browser;
  /** Strapi's own admin routes, paths below `/admin`. */
  admin: Browser;
}

/** A client who uses the portal. */
export interface PortalClient {
  client: DeskClient;
  email: string;
  password: string;
  /** Signed in; paths below `/api/portal`. */
  portal: Browser;
}

export const STAFF_PASSWORD = 'Kantoor-aan-de-gracht-1';
export const CLIENT_PASSWORD = 'een lange zin om te onthouden';

let given = 0;
/** A number that no other arrangement of this suite got. */
export const nextNumber = (): number => (given += 1);

const within = <T>(schema: ZodType<T>): ZodType<{ data: T }> => z.object({ data: schema });
const tokenSchema = within(z.object({ token: z.string() }));
const userSchema = z.object({ id: z.number(), documentId: z.string() });
const invitedSchema = within(userSchema.extend({ registrationToken: z.string() }));

/** Signs in to the admin panel, and gives what its requests say from then on; throws where the server refuses. */
export const authorizationOf = async (house: House, email: string, password: string): Promise<string> => {
  const answer = await browser(house.baseUrl, '/admin').post('/login', { email, password });
  return `Bearer ${answer.as(tokenSchema).data.token}`;
};

/** The same, as the two sides that they ask. */
export const signInStaff = async (
  house: House,
  email: string,
  password: string,
): Promise<{ desk: Browser; admin: Browser }> => {
  const authorization = await authorizationOf(house, email, password);
  return {
    desk: browser(house.baseUrl, '/desk', { authorization }),
    admin: browser(house.baseUrl, '/admin', { authorization }),
  };
};

const registerAdministrator = async (house: House): Promise<StaffMember> => {
  const email = 'beheer@kantoor.example';
  const person = { email, firstname: 'Bea', lastname: 'Beheer', password: STAFF_PASSWORD };
  const answer = await browser(house.baseUrl, '/admin').post('/register-admin', person);
  const { user } = answer.as(within(z.object({ user: userSchema }))).data;
  const doors = await signInStaff(house, email, STAFF_PASSWORD);
  return { id: user.documentId, name: 'Bea Beheer', email, password: STAFF_PASSWORD, ...doors };
};

const administrators = new WeakMap<House, Promise<StaffMember>>();

/** The firm's administrator, who sees everything; registered at the first call. */
export const givenAdministrator = (house: House): Promise<StaffMember> => {
  const known = administrators.get(house) ?? registerAdministrator(house);
  administrators.set(house, known);
  return known;
};

/** The firm's settings, changed by its administrator. */
export const givenSettings = async (house: House, change: FirmSettingsChange): Promise<void> => {
  const { desk } = await givenAdministrator(house);
  (await desk.patch('/settings', change)).as(firmSettingsSchema);
};

/** A new member of staff in a role of their own, who sees only what is assigned to them. */
export const givenStaff = async (house: House, firstname = 'Jan'): Promise<StaffMember> => {
  const { admin } = await givenAdministrator(house);
  const number = nextNumber();
  const [email, lastname] = [`medewerker${number}@kantoor.example`, `Jansen ${number}`];
  const role = (await admin.post('/roles', { name: `Staff ${number}`, description: 'Works at the desk' })).as(
    within(z.object({ id: z.number() })),
  );
  const invited = await admin.post('/users', { email, firstname, lastname, roles: [role.data.id] });
  const { registrationToken, documentId } = invited.as(invitedSchema).data;
  const userInfo = { firstname, lastname, password: STAFF_PASSWORD };
  (await admin.post('/register', { registrationToken, userInfo })).as(within(z.object({ user: userSchema })));
  const doors = await signInStaff(house, email, STAFF_PASSWORD);
  return { id: documentId, name: `${firstname} ${lastname}`, email, password: STAFF_PASSWORD, ...doors };
};

/** A new client of the firm who has chosen the portal and was not invited yet. */
export const givenClient = async (by: StaffMember, wishes: Partial<NewClient> = {}): Promise<DeskClient> => {
  const number = nextNumber();
  const client: NewClient = {
    number: `C-${number}`,
    name: `A. de Vries ${number}`,
    email: `client${number}@client.example`,
    language: 'en',
    communication: 'portal',
    ...wishes,
  };
  return (await by.desk.post('/clients', client)).as(deskClientSchema);
};

/** The token that a mailed link carries behind its `#`. */
export const tokenIn = (mail: Mail): string => {
  const link = mail.links.find((address) => address.includes('#'));
  const token = /[A-Za-z0-9_-]{43}/.exec(link?.split('#')[1] ?? '')?.[0];
  if (!token) throw new Error(`No link with a token in "${mail.subject}": ${mail.text}`);
  return token;
};

/** The client invited, activated through the mailed links, and signed in; no mail of this is left in the inbox. */
export const givenActivated = async (
  house: House,
  by: StaffMember,
  client: DeskClient,
): Promise<PortalClient> => {
  (await by.desk.post(`/clients/${client.id}/invitation`)).as(z.unknown());
  await house.inbox.next(client.email);
  const theirs = portal(house.baseUrl);
  await theirs.post('/activation', { email: client.email });
  const token = tokenIn(await house.inbox.next(client.email));
  (await theirs.post('/activation/link', { token, password: CLIENT_PASSWORD })).as(activatedSchema);
  await house.inbox.next(client.email);
  return { client, email: client.email, password: CLIENT_PASSWORD, portal: theirs };
};

/** A client of the firm who uses the portal. */
export const givenPortalClient = async (
  house: House,
  by: StaffMember,
  wishes: Partial<NewClient> = {},
): Promise<PortalClient> => givenActivated(house, by, await givenClient(by, wishes));

/** A new dossier of the client, assigned to who opens it. */
export const givenDossier = async (
  by: StaffMember,
  client: DeskClient,
  wishes: Partial<NewDossier> = {},
): Promise<DeskDossier> => {
  const number = nextNumber();
  const dossier: NewDossier = {
    number: `2026.${number}`,
    description: `Purchase Kerkstraat ${number}`,
    clientId: client.id,
    ...wishes,
  };
  return (await by.desk.post('/dossiers', dossier)).as(deskDossierSchema);
};

/** The smallest file that every viewer takes for a PDF. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** What begins like a PDF and goes on with anything at all. */
export const pdfOf = (content: Uint8Array | string): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(content)]);

/** The EICAR test string, put together here so that no file of the project looks infected itself. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(
  '',
);

/** A document that staff have published in the dossier. */
export const givenDocument = async (
  by: StaffMember,
  dossier: DeskDossier,
  {
    name = 'Draft deed.pdf',
    content = PDF,
    shelf = 'documents',
  }: { name?: string; content?: Buffer; shelf?: PublishingShelf } = {},
): Promise<DeskDocument> =>
  (await by.desk.upload(`/dossiers/${dossier.id}/documents?shelf=${shelf}`, name, content)).as(
    deskDocumentSchema,
  );
