import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '../processes.mjs';
import { visitor } from './http.mjs';
import { pdf } from './pdf.mjs';

const FIRM = {
  name: 'Kantoor De Vries',
  phone: '076 123 45 67',
  email: 'info@devries.example',
  accentColour: '#1f4e79',
  defaultLanguage: 'nl',
};

/** Who can sign in to the demo. It answers on this machine alone, so that its passwords are no secret. */
const ADMINISTRATOR = {
  firstname: 'Bea',
  lastname: 'de Vries',
  email: 'beheer@devries.example',
  password: 'Demo-Beheer-2026',
};
const STAFF = {
  firstname: 'Jan',
  lastname: 'Jansen',
  email: 'jansen@devries.example',
  phone: '076 123 45 89',
  password: 'Demo-Jansen-2026',
};
const CLIENT = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };

export const SIGN_INS = [
  { who: 'Client (portal)', ...CLIENT },
  { who: 'Staff (desk)', email: STAFF.email, password: STAFF.password },
  { who: 'Administrator', email: ADMINISTRATOR.email, password: ADMINISTRATOR.password },
];

const signIn = async (url, { email, password }) => {
  const { data } = await visitor(url).post('/admin/login', { email, password });
  return visitor(url, { authorization: `Bearer ${data.token}` });
};

/**
 * Besides the desk, which every member of staff has: the locked accounts and the scanner's state on the start page.
 * The list of all refused files is not theirs: it tells of dossiers that are not assigned to them.
 */
const STAFF_MAY = ['plugin::lockout.unlock', 'plugin::virus-scan.health'];

const registerStaff = async (url, administrator) => {
  const { firstname, lastname, email, password } = STAFF;
  const role = await administrator.post('/admin/roles', { name: 'Staff', description: 'Works at the desk' });
  const permissions = STAFF_MAY.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  await administrator.put(`/admin/roles/${role.data.id}/permissions`, { permissions });
  const user = await administrator.post('/admin/users', {
    firstname,
    lastname,
    email,
    roles: [role.data.id],
  });
  const userInfo = { firstname, lastname, password };
  await visitor(url).post('/admin/register', { registrationToken: user.data.registrationToken, userInfo });
};

const MAIL_WITHIN_MS = 20_000;

/** The token of the newest link mailed to `address`, whose mail may still be on its way. */
const mailedToken = async (mailbox, address) => {
  const deadline = Date.now() + MAIL_WITHIN_MS;
  while (Date.now() < deadline) {
    const mails = await visitor(mailbox).get('/email');
    const theirs = mails.filter(({ envelope }) => envelope.to.some((to) => to.address === address));
    const token = theirs.map(({ text }) => /#\S*?([A-Za-z0-9_-]{43})/.exec(text)?.[1]).findLast(Boolean);
    if (token) return token;
    await pause(100);
  }
  throw new PlainError(`No mail with a link came for ${address}; the log of the mailbox may say why.`);
};

const openClient = async (url, mailbox, staff) => {
  const wishes = { kind: 'person', phone: '06 12 34 56 78', language: 'nl', communication: 'portal' };
  const client = await staff.post('/desk/clients', {
    number: 'C-1001',
    name: 'Anna Bakker',
    email: CLIENT.email,
    ...wishes,
  });
  await staff.post(`/desk/clients/${client.id}/invitation`);
  const anna = visitor(url);
  await anna.post('/api/portal/activation', { email: CLIENT.email });
  await anna.post('/api/portal/activation/link', {
    token: await mailedToken(mailbox, CLIENT.email),
    password: CLIENT.password,
  });
  return { client, anna };
};

const DEED = [
  'Kantoor De Vries, notarissen',
  '',
  'CONCEPT',
  '',
  'Akte van levering: Kerkstraat 4 te Breda',
  '',
  'Heden, verscheen voor mij, notaris te Breda:',
  'mevrouw Anna Bakker, hierna te noemen: koper.',
];

/** What a notary does from the signed deed of purchase to the keys. */
const PURCHASE = [
  'Koopovereenkomst ontvangen',
  'Legitimatie gecontroleerd',
  'Kadaster en registers onderzocht',
  'Waarborgsom of bankgarantie ontvangen',
  'Conceptakte ter goedkeuring verstuurd',
  'Hypotheekstukken van de bank ontvangen',
  'Nota van afrekening verstuurd',
  'Koopsom op onze rekening ontvangen',
  'Akten ondertekend',
  'Akten ingeschreven in het Kadaster',
];
const DONE = 4;

const stateOf = (place) => (place < DONE ? 'done' : place === DONE ? 'active' : 'waiting');

const keepProgress = (staff, desk) =>
  staff.put(`${desk}/progress-steps`, {
    steps: PURCHASE.map((label, place) => ({ label, state: stateOf(place) })),
    seen: [],
  });

const fillDossier = async (staff, client, anna) => {
  const dossier = await staff.post('/desk/dossiers', {
    number: '2026.1187',
    description: 'Aankoop Kerkstraat 4',
    clientId: client.id,
    nextStep: 'Ondertekening',
    nextStepOn: '2026-12-04',
  });
  const desk = `/desk/dossiers/${dossier.id}`;
  await keepProgress(staff, desk);
  await staff.put(`/desk/staff/${dossier.contact.id}/phone`, { phone: STAFF.phone });
  await staff.upload(`${desk}/documents?shelf=documents`, 'Conceptakte.pdf', pdf(DEED));
  await staff.upload(
    `${desk}/documents?shelf=correspondence`,
    'Brief.pdf',
    pdf(['Geachte mevrouw Bakker,', '', 'Hierbij ontvangt u de conceptakte.']),
  );
  await staff.post(`${desk}/messages`, {
    subject: 'De conceptakte staat klaar',
    body: 'Geachte mevrouw Bakker,\n\nWilt u de conceptakte nakijken en ons laten weten of alles klopt?\n\nJan Jansen',
  });
  await anna.post(`/api/portal/dossiers/${dossier.id}/messages`, {
    subject: 'Vraag over de sleutels',
    body: 'Wanneer krijg ik de sleutels van de woning?',
  });
};

/**
 * Fills an empty firm by the same requests that people's browsers send: an administrator, a member of staff, a
 * client who has activated the portal, and a dossier with documents and messages.
 * @param {{ url: string, mailbox: string }} demo
 */
export const seed = async ({ url, mailbox }) => {
  const { email, firstname, lastname, password } = ADMINISTRATOR;
  await visitor(url).post('/admin/register-admin', { email, firstname, lastname, password });
  const administrator = await signIn(url, ADMINISTRATOR);
  await administrator.patch('/desk/settings', FIRM);
  await administrator.post('/content-manager/collection-types/api::progress-template.progress-template', {
    name: 'Aankoop woning',
    steps: PURCHASE.join('\n'),
  });
  await registerStaff(url, administrator);
  const staff = await signIn(url, STAFF);
  const { client, anna } = await openClient(url, mailbox, staff);
  await fillDossier(staff, client, anna);
};
