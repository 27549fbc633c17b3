import { deskMessageSchema, messageViewSchema } from '../../src/contract/message';
import { ownExportSchema } from '../../src/contract/own-data';
import { cookieOf } from '../http/raw';
import { givenCase, write, type Case } from '../access/case';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenStaff,
  PDF,
  portal,
  startStrapi,
  type House,
  statementsOf,
} from '../support';
import { confirmed, givenApp } from '../support/given-methods';
import { silenceWorker } from '../notification/outbox';
import { eventsOf, passMinutes } from '../session/rows';
import { exported, shown, taken } from './taken';

let house: House;

beforeAll(async () => {
  house = await startStrapi();
  house.strapi.log.level = 'silent';
});
afterAll(() => house.stop());

describe('R64: the own stored data', () => {
  it('are what the firm has written down of the client, and of how much else there is', async () => {
    const jan = await givenStaff(house);
    const anna = await givenPortalClient(house, jan, { phone: '06 12 34 56 78' });
    await givenDossier(jan, anna.client);
    const { client, account, counts } = await shown(anna.portal);
    expect(client).toEqual({
      number: anna.client.number,
      name: anna.client.name,
      kind: 'person',
      communication: 'portal',
      contact: {
        email: anna.email,
        phone: '06 12 34 56 78',
        language: anna.client.language,
        consentedAt: anna.client.consentedAt,
      },
    });
    expect(account).toMatchObject({ userName: anna.email, email: anna.email, pendingEmail: null });
    expect(account.activatedAt).not.toBeNull();
    expect(counts).toEqual({ dossiers: 1, documents: 0, messages: 0, remarks: 0 });
  });

  it('are for who is signed in, and are taken along only by who has just proved again who they are', async () => {
    const { anna } = await givenCase(house);
    const nobody = portal(house.baseUrl);
    expect((await nobody.get('/account/data')).error.code).toBe('not-signed-in');
    expect((await exported(nobody)).error.code).toBe('not-signed-in');
    expect((await exported(anna.portal)).error.code).toBe('confirmation-needed');
    await confirmed(anna);
    expect((await exported(anna.portal)).status).toBe(200);
    await passMinutes(house, anna.portal, 11);
    expect((await exported(anna.portal)).error.code).toBe('confirmation-needed');
    expect((await eventsOf(house, anna.email)).filter((event) => event === 'data-exported')).toHaveLength(1);
  });

  it('are taken along only after the second step, where the account has one', async () => {
    const { anna } = await givenCase(house);
    await givenApp(anna);
    await passMinutes(house, anna.portal, 11);
    await anna.portal.post('/account/confirmation', { password: anna.password });
    expect((await exported(anna.portal)).error.code).toBe('confirmation-needed');
  });

  it('hold no hash, no key and no secret', async () => {
    const { anna } = await givenCase(house);
    const { secret } = await givenApp(anna);
    const answer = await exported(anna.portal);
    expect(answer.as(ownExportSchema).secondStep).toMatchObject([{ kind: 'totp' }]);
    const { connection } = house.strapi.db;
    const account = await connection('up_users').where({ email: anna.email }).first();
    const session = await connection('sessions').where({ account_id: account.id }).first();
    for (const hidden of [
      secret,
      account.password,
      session.token_hash,
      anna.portal.cookies.get('aktenpoort_session'),
    ])
      expect(answer.bytes.includes(String(hidden))).toBe(false);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });
});

describeWithScanner('R64: what a client takes along', () => {
  let own: Case;
  beforeEach(async () => {
    own = await givenCase(house);
  });

  it('is what they see: dossiers, documents with their hashes, messages, and what they did with each', async () => {
    const { jan, anna, dossier } = own;
    const deed = await givenDocument(jan, dossier);
    const wrong = await givenDocument(jan, dossier, { name: 'Wrong.pdf' });
    await jan.desk.post(`/documents/${wrong.id}/withdrawal`);
    await anna.portal.get(`/documents/${deed.id}/download`);
    await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Mine.pdf', PDF);
    await anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'Unsent.pdf', PDF);
    const question = (await write(anna.portal, dossier)).as(messageViewSchema);
    await write(jan.desk, dossier, { subject: 'The answer', body: 'On Friday', replyTo: question.id });

    const data = await taken(anna);
    expect(data.dossiers).toMatchObject([{ id: dossier.id, number: dossier.number, contact: jan.name }]);
    expect(data.documents).toMatchObject([
      { id: deed.id, sha256: deed.sha256, direction: 'from-firm', own: false },
      { name: 'Mine.pdf', direction: 'from-client', own: true, openedAt: null, downloadedAt: null },
    ]);
    expect(data.documents[0]?.downloadedAt).not.toBeNull();
    expect(data.unsentFiles).toMatchObject([{ name: 'Unsent.pdf', dossierId: dossier.id }]);
    expect(data.messages).toMatchObject([
      { id: question.id, own: true, text: 'When will it be ready?' },
      { subject: 'The answer', author: jan.name, own: false, answersId: question.id },
    ]);
    expect(data.sessions).toMatchObject([{ isCurrent: true }]);
    expect(data.securityEvents.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['invited', 'activated', 'data-exported']),
    );
    expect(data.securityEvents.find(({ event }) => event === 'invited')?.actor).toBe('staff');
    expect(data.mails.map(({ event }) => event)).toContain('invitation');
  });

  it('holds the text of a message of the firm only when it was opened: a copy is no way around its trace', async () => {
    const { jan, anna, dossier } = own;
    const { id } = (await write(jan.desk, dossier, { body: 'Only for your eyes' })).as(deskMessageSchema);
    const before = await taken(anna);
    expect(before.messages).toMatchObject([
      { id, subject: 'A question about the deed', text: null, openedAt: null },
    ]);
    const desk = (await jan.desk.get(`/messages/${id}`)).as(deskMessageSchema);
    expect(desk.readings).toMatchObject([{ openedAt: null }]);
    await anna.portal.get(`/messages/${id}`);
    const after = await taken(anna);
    expect(after.messages).toMatchObject([{ id, text: 'Only for your eyes' }]);
  });

  it('holds nothing of another client, and no name of who works for another', async () => {
    const other = await givenCase(house);
    const deed = await givenDocument(other.jan, other.dossier, { name: 'Theirs.pdf' });
    await write(other.anna.portal, other.dossier, { subject: 'Their question' });
    await confirmed(own.anna);
    const { bytes } = await exported(own.anna.portal);
    for (const foreign of [
      deed.id,
      other.dossier.number,
      other.anna.email,
      'Theirs.pdf',
      'Their question',
      other.jan.name,
    ])
      expect(bytes.includes(foreign)).toBe(false);
  });

  /** Messages of years, as long as none is: more than a line holds that nobody reads. */
  const givenManyMessages = async ({ id }: { id: string }): Promise<string[]> => {
    const { connection } = house.strapi.db;
    const dossier = await connection('dossiers').where({ document_id: id }).first('id');
    const account = await connection('up_users').where({ email: own.anna.email }).first('id');
    const rows = Array.from({ length: 450 }, (_, n) => ({
      document_id: `m${n}${id}`.slice(0, 24),
      subject: `Number ${n}`,
      body: 'Text '.repeat(12_000),
      dossier_id: dossier.id,
      account_id: account.id,
      author_name: 'Somebody',
      attachment_count: 0,
      sent_at: new Date(),
    }));
    await connection.batchInsert('messages', rows, 40);
    return rows.map(({ subject }) => subject);
  };

  it('is whole also where there is more than goes into one part', async () => {
    const subjects = await givenManyMessages(own.dossier);
    const { messages } = await taken(own.anna);
    expect(messages.map(({ subject }) => subject)).toEqual(subjects);
  });

  it('breaks off where the session ends while it goes out, and is then no JSON', async () => {
    await givenManyMessages(own.dossier);
    await confirmed(own.anna);
    const address = `${house.baseUrl}/api/portal/account/data/export`;
    const cut = await fetch(address, { method: 'POST', headers: cookieOf(own.anna.portal) });
    const rest = cut.body?.getReader();
    await rest?.read();
    await own.anna.portal.delete('/session');
    const drained = async (): Promise<void> => {
      for (let part = await rest?.read(); part?.done === false;) part = await rest?.read();
    };
    await expect(drained()).rejects.toMatchObject({});
  });

  it('costs as many queries for much as for little', async () => {
    const { jan, anna, dossier } = own;
    const cost = async () => (await statementsOf(house, () => exported(anna.portal))).length;
    // Its worker's own queries are no part of this; nobody waits for a mail any more.
    await silenceWorker(house);
    await confirmed(anna);
    await givenDocument(jan, dossier);
    await write(anna.portal, dossier);
    const little = await cost();
    for (let more = 0; more < 4; more += 1) {
      await givenDossier(jan, anna.client);
      await givenDocument(jan, dossier);
      await write(anna.portal, dossier);
    }
    expect(await cost()).toBe(little);
  });
});
