import { deskDossierListSchema, dossierListSchema, dossierViewSchema } from '../../src/contract/dossier';
import { deskMessageSchema, messageListSchema, messageViewSchema } from '../../src/contract/message';
import type { House } from '../support';
import { givenAdministrator, startStrapi } from '../support';
import { givenCase, givenSecondAccount, write, type Case } from '../access/case';
import { askAndReset } from '../http/reset';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
});
beforeEach(async () => {
  own = await givenCase(house);
});
afterAll(() => house.stop());

const fromFirm = async () => (await write(own.jan.desk, own.dossier)).as(deskMessageSchema).id;
const fromClient = async () => (await write(own.anna.portal, own.dossier)).as(messageViewSchema).id;
const openedAt = async (id: string) =>
  (await own.jan.desk.get(`/messages/${id}`))
    .as(deskMessageSchema)
    .readings.map((reading) => reading.openedAt);

interface Marking {
  markOpenedByStaff(message: unknown): Promise<void>;
}
const isMarking = (service: unknown): service is Marking =>
  typeof service === 'object' && service !== null && 'markOpenedByStaff' in service;
const markOpenedByStaff = async (message: unknown): Promise<void> => {
  const service: unknown = house.strapi.service('api::message.mark-opened');
  if (!isMarking(service)) throw new Error('Nothing marks messages as opened');
  await service.markOpenedByStaff(message);
};

/** In the dossier list, in the tab, in the message's own line. */
const unreadByClient = async (who = own.anna.portal) => {
  const { dossiers } = (await who.get('/dossiers')).as(dossierListSchema);
  const { counts } = (await who.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
  const { messages } = (await who.get(`/dossiers/${own.dossier.id}/messages`)).as(messageListSchema);
  return [
    dossiers[0]?.unreadMessages,
    counts.messages.unread,
    messages.filter(({ unread }) => unread).length,
  ];
};
const unreadByStaff = async () => {
  const { dossiers } = (await own.jan.desk.get('/dossiers')).as(deskDossierListSchema);
  const { messages } = (await own.jan.desk.get(`/dossiers/${own.dossier.id}/messages`)).as(messageListSchema);
  return [dossiers[0]?.unreadMessages, messages.filter(({ unread }) => unread).length];
};

describe('a message of the firm', () => {
  it('is new to the client until they open it, and staff see when (R63, R52, R105)', async () => {
    const id = await fromFirm();
    expect(await unreadByClient()).toEqual([1, 1, 1]);
    expect(await openedAt(id)).toEqual([null]);
    expect((await own.anna.portal.get(`/messages/${id}`)).as(messageViewSchema).unread).toBe(false);
    expect(await unreadByClient()).toEqual([0, 0, 0]);
    expect(await openedAt(id)).toEqual([expect.stringMatching(/Z$/)]);
  });

  it('stays new when staff look, and when a browser asks on its own account (B2)', async () => {
    const id = await fromFirm();
    await (await givenAdministrator(house)).desk.get(`/messages/${id}`);
    await own.anna.portal.send('HEAD', `/messages/${id}`);
    await own.anna.portal.get(`/messages/${id}`, { 'sec-purpose': 'prefetch' });
    await own.anna.portal.get(`/messages/${id}`, { purpose: 'prefetch' });
    expect(await unreadByClient()).toEqual([1, 1, 1]);
    expect(await openedAt(id)).toEqual([null]);
  });

  it('stays new to who asked for it and left before it came (B2)', async () => {
    const id = await fromFirm();
    expect(await askAndReset(house, own.anna.portal, `/messages/${id}`, 'at once')).toEqual({
      came: 0,
      given: 0,
    });
    expect(await unreadByClient()).toEqual([1, 1, 1]);
    expect(await openedAt(id)).toEqual([null]);
  });

  it('keeps the moment of the first opening', async () => {
    const id = await fromFirm();
    await own.anna.portal.get(`/messages/${id}`);
    const longAgo = new Date('2026-01-02T03:04:05.000Z');
    await house.strapi.db.connection('readings').where({ subject: id }).update({ opened_at: longAgo });
    await own.anna.portal.get(`/messages/${id}`);
    expect(await openedAt(id)).toEqual([longAgo.toISOString()]);
  });

  it('is new to each account of the client by itself', async () => {
    const partner = await givenSecondAccount(house, own.anna);
    const id = await fromFirm();
    await partner.portal.get(`/messages/${id}`);
    expect(await unreadByClient(partner.portal)).toEqual([0, 0, 0]);
    expect(await unreadByClient()).toEqual([1, 1, 1]);
  });

  it('is never new to staff', async () => {
    await fromFirm();
    expect(await unreadByStaff()).toEqual([0, 0]);
  });
});

describe('a message of the client', () => {
  it('is new to staff until one of them opens it, and never to the client', async () => {
    const first = await fromClient();
    await fromClient();
    expect(await unreadByStaff()).toEqual([2, 2]);
    expect(await unreadByClient()).toEqual([0, 0, 0]);
    await own.jan.desk.get(`/messages/${first}`);
    expect(await unreadByStaff()).toEqual([1, 1]);
    await own.jan.desk.get(`/messages/${first}`);
    expect(await unreadByStaff()).toEqual([1, 1]);
  });

  it('is counted off once, also where two of the staff had it before them as new', async () => {
    const { desk } = await givenAdministrator(house);
    const id = await fromClient();
    await fromClient();
    const asNew: unknown = await house.strapi.db.connection('messages').where({ document_id: id }).first();
    await Promise.all([own.jan.desk, desk].map((who) => who.get(`/messages/${id}`)));
    expect(await unreadByStaff()).toEqual([1, 1]);
    // Whoever had read the row before the others marked it comes too late.
    await markOpenedByStaff(asNew);
    expect(await unreadByStaff()).toEqual([1, 1]);
  });

  it('is counted once each where many arrive at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => fromClient()));
    expect(await unreadByStaff()).toEqual([8, 8]);
    const { dossiers } = (await own.anna.portal.get('/dossiers')).as(dossierListSchema);
    expect(dossiers[0]?.messages).toBe(8);
  });
});

describe('a reply', () => {
  it('shows under it what it answers (R71)', async () => {
    const question = await fromClient();
    const answer = (await write(own.jan.desk, own.dossier, { subject: 'Re', replyTo: question })).as(
      deskMessageSchema,
    );
    const seen = (await own.anna.portal.get(`/messages/${answer.id}`)).as(messageViewSchema);
    expect(seen.replyTo).toMatchObject({
      id: question,
      author: own.anna.client.name,
      subject: 'A question about the deed',
      body: 'When will it be ready?',
    });
    const thanks = (await write(own.anna.portal, own.dossier, { replyTo: answer.id })).as(messageViewSchema);
    expect(thanks.replyTo).toMatchObject({
      id: answer.id,
      author: own.jan.name,
      subject: 'Re',
      body: answer.body,
    });
  });

  it('does not show under it what its reader has not opened, and so would read without a trace (B2)', async () => {
    const unopened = (await write(own.jan.desk, own.dossier, { body: 'For you alone' })).as(
      deskMessageSchema,
    );
    const blind = (await write(own.anna.portal, own.dossier, { replyTo: unopened.id })).as(messageViewSchema);
    const more = (await write(own.jan.desk, own.dossier, { replyTo: unopened.id })).as(deskMessageSchema);
    const seen = (await own.anna.portal.get(`/messages/${more.id}`)).as(messageViewSchema);
    for (const { replyTo } of [blind, seen]) expect(replyTo).toMatchObject({ id: unopened.id, body: null });
    const unread = (await own.jan.desk.get(`/messages/${unopened.id}`)).as(deskMessageSchema);
    expect([unread.readings[0]?.openedAt, more.replyTo?.body]).toEqual([null, 'For you alone']);

    await own.anna.portal.get(`/messages/${unopened.id}`);
    const again = (await own.anna.portal.get(`/messages/${more.id}`)).as(messageViewSchema);
    expect(again.replyTo?.body).toBe('For you alone');
  });
});
