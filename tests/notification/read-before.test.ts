import { deskDocumentListSchema, attachmentSchema } from '../../src/contract/document';
import { deskMessageSchema } from '../../src/contract/message';
import { describeWithScanner, givenDocument, PDF, startStrapi, workerRests, type House } from '../support';
import { givenCase, givenSecondAccount, write, type Case } from '../access/case';
import { told } from '../proof/proof';
import { deliver, LATER, outbox, postpone, silenceWorker } from './outbox';

let house: House;
let own: Case;

const states = async () => (await outbox(house)).map(({ event, state }) => `${event} ${state}`);
/** The row says first that a mail was sent, and the mailbox has it a moment later. */
const arrived = () => house.inbox.next(own.anna.email);

/** Each thing that is announced, and how it is read. */
const KINDS = {
  'new-document': async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    return () => own.anna.portal.get(`/documents/${id}/download`);
  },
  'new-message': async () => {
    const { id } = (await write(own.jan.desk, own.dossier)).as(deskMessageSchema);
    return () => own.anna.portal.get(`/messages/${id}`);
  },
  'new-remark': async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    await deliver(house, LATER);
    await arrived();
    await forget();
    await own.jan.desk.post(`/documents/${id}/remarks`, { body: 'Please check clause 4' });
    return () => own.anna.portal.get(`/documents/${id}/remarks`);
  },
} as const;
const EVENTS = Object.keys(KINDS) as (keyof typeof KINDS)[];

const forget = async (): Promise<void> => {
  await house.strapi.db.connection('notifications').delete();
};

describeWithScanner('a mail whose turn comes when', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    await silenceWorker(house);
  });
  beforeEach(async () => {
    await workerRests(house);
    await forget();
  });
  afterAll(() => house.stop());

  it.each(EVENTS)(
    'all it tells of was read already is dropped, and nobody is said to be told: %s',
    async (event) => {
      const read = await KINDS[event]();
      expect((await read()).status).toBe(200);
      await deliver(house, LATER);
      expect(await states()).toEqual([`${event} dropped`]);
      expect(house.inbox.waiting(own.anna.email)).toEqual([]);
      expect(await outbox(house)).toMatchObject([{ sent_at: null, leased_until: null }]);
    },
  );

  it.each(EVENTS)('nothing of it was read is sent as ever: %s', async (event) => {
    await KINDS[event]();
    await deliver(house, LATER);
    expect(await states()).toEqual([`${event} sent`]);
    await arrived();
  });

  it('one of three remarks is unread goes out, for that one', async () => {
    const [first, second] = [
      await givenDocument(own.jan, own.dossier),
      await givenDocument(own.jan, own.dossier),
    ];
    await deliver(house, LATER);
    await arrived();
    await arrived();
    await forget();
    for (const id of [first.id, first.id, second.id])
      await own.jan.desk.post(`/documents/${id}/remarks`, { body: 'Please check clause 4' });
    await own.anna.portal.get(`/documents/${first.id}/remarks`);
    await deliver(house, LATER);
    expect(await states()).toEqual(['new-remark sent']);
    await arrived();
  });

  it('all of it was read holds up no other: the next remark has its mail at once', async () => {
    await (
      await KINDS['new-remark']()
    )();
    await deliver(house, new Date());
    const { id } = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.post(`/documents/${id}/remarks`, { body: 'And clause 5' });
    await deliver(house, new Date());
    expect((await states()).filter((line) => line.startsWith('new-remark'))).toEqual([
      'new-remark dropped',
      'new-remark sent',
    ]);
    // Of the second document, and of what was said about it.
    await arrived();
    await arrived();
  });

  it('a message was read and what goes with it was not goes out', async () => {
    const draft = await own.jan.desk.upload(`/dossiers/${own.dossier.id}/attachments`, 'Deed.pdf', PDF);
    const attachmentIds = [draft.as(attachmentSchema).id];
    const { id } = (await write(own.jan.desk, own.dossier, { attachmentIds })).as(deskMessageSchema);
    await own.anna.portal.get(`/messages/${id}`);
    await deliver(house, LATER);
    expect(await states()).toEqual(['new-message sent']);
    await arrived();
  });

  it('it was looked at by staff, by a HEAD or a prefetch only goes out: none of these is reading', async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.get(`/documents/${id}/view`);
    await own.anna.portal.send('HEAD', `/documents/${id}/view`);
    await own.anna.portal.get(`/documents/${id}/view`, { 'sec-purpose': 'prefetch' });
    await deliver(house, LATER);
    expect(await states()).toEqual(['new-document sent']);
    await arrived();
  });

  it('the document was withdrawn is dropped; the desk and the proof say that nobody was told', async () => {
    const other = await givenCaseOnSilence();
    const { id } = await givenDocument(other.jan, other.dossier);
    await postpone(house, LATER);
    await other.jan.desk.post(`/documents/${id}/withdrawal`);
    await deliver(house, LATER);
    expect(await states()).toEqual(['new-document dropped']);
    const list = await other.jan.desk.get(`/dossiers/${other.dossier.id}/documents`);
    const [document] = list.as(deskDocumentListSchema).documents;
    expect(document?.readings).toMatchObject([{ notification: 'none', notifiedAt: null }]);
    expect((await told(house, other.dossier.id)).map((line) => line.split(' ')[0])).toEqual([
      'published',
      'withdrawn',
    ]);
  });

  it('another account has read it goes out to this one, who has not', async () => {
    const partner = await givenSecondAccount(house, own.anna);
    const { id } = await givenDocument(own.jan, own.dossier);
    await partner.portal.get(`/documents/${id}/view`);
    await deliver(house, LATER);
    expect((await states()).sort()).toEqual(['new-document dropped', 'new-document sent']);
    await arrived();
    expect(house.inbox.waiting(partner.email)).toEqual([]);
  });

  /** Invitations need a worker; nothing else of a case does. */
  const givenCaseOnSilence = async (): Promise<Case> => {
    const emptied = setInterval(() => void deliver(house, LATER), 20);
    try {
      return await givenCase(house);
    } finally {
      clearInterval(emptied);
      await deliver(house, LATER);
      await forget();
    }
  };
});
