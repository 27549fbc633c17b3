import { attachmentSchema } from '../../src/contract/document';
import type { Language } from '../../src/contract/common';
import type { House, Mail, StaffMember } from '../support';
import {
  describeWithScanner,
  givenClient,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenStaff,
  PDF,
  startStrapi,
} from '../support';
import { givenSecondAccount, write } from '../access/case';
import { outbox } from './outbox';

let house: House;
let jan: StaffMember;

/** Words that stand nowhere else, so that finding one of them in a mail means something. */
const SECRETS = {
  clientName: 'Quintessa Rumpelstein',
  number: 'NR-778899',
  description: 'Divorce of the Rumpelsteins',
  subject: 'Your alimony proposal',
  body: 'He has hidden the Picasso',
  remark: 'Does he stutter?',
  documentName: 'Paternity test.pdf',
  attachmentName: 'Photo of the lover.pdf',
};

const saysOf = ({ text, html, subject, from }: Mail): string =>
  [text, html, subject, from].join('\n').replace(/=\r?\n/g, '');

const remark = (id: string) => jan.desk.post(`/documents/${id}/remarks`, { body: SECRETS.remark });

const givenCaseIn = async (language: Language, ending: string = language) => {
  const anna = await givenPortalClient(house, jan, { language, name: SECRETS.clientName });
  const number = `${SECRETS.number}-${ending}`;
  const dossier = await givenDossier(jan, anna.client, { number, description: SECRETS.description });
  return { anna, dossier };
};

describeWithScanner('a mail about something new', () => {
  beforeAll(async () => {
    house = await startStrapi();
    jan = await givenStaff(house, 'Cornelis');
  });
  afterAll(() => house.stop());

  it.each([
    ['nl', 'document', 'bericht', 'opmerking'],
    ['en', 'document', 'message', 'remark'],
    ['de', 'Dokument', 'Nachricht', 'Anmerkung'],
  ] as const)('is in the language of the client: %s', async (language, ...words) => {
    const { anna, dossier } = await givenCaseIn(language);
    const { id } = await givenDocument(jan, dossier);
    const first = await house.inbox.next(anna.email);
    await write(jan.desk, dossier);
    const second = await house.inbox.next(anna.email);
    await remark(id);
    const third = await house.inbox.next(anna.email);
    const mails = [first, second, third];
    expect(mails.map(({ subject }) => subject)).toEqual(
      words.map((word) => expect.stringContaining(word) as string),
    );
    for (const mail of mails) {
      expect(mail.html).toContain(`lang="${language}"`);
      expect(mail.links).toEqual([`${house.baseUrl}/portal`]);
    }
  });

  it('says nothing of the case, in no part of it (B6)', async () => {
    const { anna, dossier } = await givenCaseIn('en', 'B6');
    const deed = await givenDocument(jan, dossier, { name: SECRETS.documentName });
    const mails = [await house.inbox.next(anna.email)];
    const upload = await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, SECRETS.attachmentName, PDF);
    const attachmentIds = [upload.as(attachmentSchema).id];
    const { subject, body } = SECRETS;
    await write(jan.desk, dossier, { subject, body, attachmentIds });
    mails.push(await house.inbox.next(anna.email));
    await remark(deed.id);
    mails.push(await house.inbox.next(anna.email));
    const words = [
      ...Object.values(SECRETS),
      ...Object.values(SECRETS).flatMap((text) => text.split(/[ .]/)),
    ];
    const telling = words.filter((word) => word.length > 3 && !/^(your|test|the)$/i.test(word));
    for (const mail of mails) {
      const said = saysOf(mail);
      for (const word of [...telling, anna.client.number, dossier.id, jan.name])
        expect([word, said.includes(word)]).toEqual([word, false]);
    }
  });

  it('is one for each event, and one for each account of the client', async () => {
    const { anna, dossier } = await givenFresh();
    const partner = await givenSecondAccount(house, anna);
    await givenDocument(jan, dossier);
    await write(jan.desk, dossier);
    for (const email of [anna.email, partner.email]) {
      const subjects = [await house.inbox.next(email), await house.inbox.next(email)].map(
        (mail) => mail.subject,
      );
      expect(new Set(subjects).size).toBe(2);
      expect(house.inbox.waiting(email)).toEqual([]);
    }
  });

  it('does not follow what the client does themselves', async () => {
    const { anna, dossier } = await givenFresh();
    const before = (await outbox(house)).length;
    await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    await write(anna.portal, dossier);
    await anna.portal.get('/dossiers');
    expect(await outbox(house)).toHaveLength(before);
  });

  it('does not go to who was invited and has not come yet, nor to who was never invited, nor to who is blocked', async () => {
    const invited = await givenClient(jan);
    await jan.desk.post(`/clients/${invited.id}/invitation`);
    await house.inbox.next(invited.email);
    const blocked = await givenPortalClient(house, jan);
    await house.strapi.db.connection('up_users').where({ email: blocked.email }).update({ blocked: true });
    const before = (await outbox(house)).length;
    for (const client of [invited, await givenClient(jan), blocked.client]) {
      const dossier = await givenDossier(jan, client);
      await givenDocument(jan, dossier);
      await write(jan.desk, dossier);
    }
    expect(await outbox(house)).toHaveLength(before);
  });
});

const givenFresh = async () => {
  const anna = await givenPortalClient(house, jan);
  return { anna, dossier: await givenDossier(jan, anna.client) };
};
