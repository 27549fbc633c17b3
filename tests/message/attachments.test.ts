import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attachmentSchema, deskDocumentListSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { deskMessageSchema, messageListSchema, messageViewSchema } from '../../src/contract/message';
import type { Browser, House } from '../support';
import { describeWithScanner, givenAdministrator, givenDossier, startStrapi } from '../support';
import { givenCase, givenSecondAccount, UNKNOWN_ID, write, type Case } from '../access/case';
import { keptFiles } from '../document/on-disk';
import { told } from '../proof/proof';

const DOCX = readFileSync(path.join(__dirname, '../document/samples/testComment.docx'));

let house: House;
let own: Case;

const draftOf = async (
  who: Browser,
  dossier: { id: string } = own.dossier,
  name = 'Photo.txt',
): Promise<string> =>
  (await who.upload(`/dossiers/${dossier.id}/attachments`, name, `the bytes of ${name}`)).as(attachmentSchema)
    .id;

const messagesIn = async ({ jan, dossier }: Case) =>
  (await jan.desk.get(`/dossiers/${dossier.id}/messages`)).as(messageListSchema).messages;

/** Tries to send, and sees that nothing of the message was written. */
const refusedWith = async (who: Browser, attachmentIds: string[]) => {
  const before = await messagesIn(own);
  const answer = await write(who, own.dossier, { attachmentIds });
  expect(await messagesIn(own)).toEqual(before);
  return [answer.status, answer.error.code];
};

describeWithScanner('an attachment', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('of the client goes with the message, and stands under "provided" from then on', async () => {
    const { anna, jan, dossier } = own;
    const attachmentIds = [
      await draftOf(anna.portal, dossier, 'A.txt'),
      await draftOf(anna.portal, dossier, 'B.txt'),
    ];
    const sent = (await write(anna.portal, dossier, { attachmentIds })).as(messageViewSchema);
    expect(sent.attachments.map(({ name }) => name)).toEqual(['A.txt', 'B.txt']);
    const opened = (await jan.desk.get(`/messages/${sent.id}`)).as(deskMessageSchema);
    expect(opened.attachments).toEqual(sent.attachments);
    const file = await jan.desk.get(`/documents/${attachmentIds[0] ?? ''}/download`);
    expect(file.bytes.toString()).toBe('the bytes of A.txt');
    const { documents } = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    expect(documents.map(({ shelf }) => shelf)).toEqual(['provided', 'provided']);
  });

  it('of staff goes with the message, and stands in no tab of its own', async () => {
    const { anna, jan, dossier } = own;
    const id = await draftOf(jan.desk);
    const { id: message } = (await write(jan.desk, dossier, { attachmentIds: [id] })).as(deskMessageSchema);
    expect((await anna.portal.get(`/dossiers/${dossier.id}`)).json).toMatchObject({ documents: [] });
    const opened = (await anna.portal.get(`/messages/${message}`)).as(messageViewSchema);
    expect(opened.attachments.map((attachment) => attachment.id)).toEqual([id]);
    expect((await anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
  });

  it('of staff is read where its own bytes are asked for by the client, and by nothing else', async () => {
    const { anna, jan, dossier } = own;
    const other = await givenCase(house);
    const id = await draftOf(jan.desk);
    const { id: message } = (await write(jan.desk, dossier, { attachmentIds: [id] })).as(deskMessageSchema);
    const marks = async () => {
      const { documents } = (await jan.desk.get(`/dossiers/${dossier.id}/documents`)).as(
        deskDocumentListSchema,
      );
      const { readings = [] } = documents.find((document) => document.id === id) ?? {};
      return readings.map(({ openedAt, downloadedAt }) => [openedAt !== null, downloadedAt !== null]);
    };
    const opened = (await anna.portal.get(`/messages/${message}`)).as(messageViewSchema);
    expect(opened.attachments).toMatchObject([{ id, abilities: { view: true } }]);
    for (const way of ['view', 'download']) {
      expect((await other.anna.portal.get(`/documents/${id}/${way}`)).error.code).toBe('not-found');
      expect((await jan.desk.get(`/documents/${id}/${way}`)).status).toBe(200);
      const prefetch = await anna.portal.get(`/documents/${id}/${way}`, { 'sec-purpose': 'prefetch' });
      expect(prefetch.error.code).toBe('not-allowed');
    }
    expect((await other.anna.portal.get(`/messages/${message}`)).error.code).toBe('not-found');
    expect(await marks()).toEqual([[false, false]]);
    expect((await anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
    expect(await marks()).toEqual([[true, false]]);
    await anna.portal.get(`/documents/${id}/download`);
    expect(await marks()).toEqual([[true, true]]);
    const byAnna = (await told(house, dossier.id)).filter((event) => event.endsWith(anna.email));
    expect(byAnna.filter((event) => !event.startsWith('notified'))).toEqual([
      `opened Photo.txt ${anna.email}`,
      `downloaded Photo.txt ${anna.email}`,
    ]);
  });

  it('of which the browser would run something, or that it cannot show, is only downloaded', async () => {
    const { anna, jan, dossier } = own;
    const sent = await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'Deed.docx', DOCX);
    const { id } = sent.as(attachmentSchema);
    const { id: message } = (await write(jan.desk, dossier, { attachmentIds: [id] })).as(deskMessageSchema);
    const opened = (await anna.portal.get(`/messages/${message}`)).as(messageViewSchema);
    expect(opened.attachments).toMatchObject([{ id, abilities: { view: false } }]);
    expect((await anna.portal.get(`/documents/${id}/view`)).error.code).toBe('unsupported-type');
    expect((await anna.portal.get(`/documents/${id}/download`)).status).toBe(200);
  });

  it("that is not sent yet is seen by nobody: not the other side, not the client's own second account", async () => {
    const { anna, jan, dossier } = own;
    const partner = await givenSecondAccount(house, anna);
    const { desk } = await givenAdministrator(house);
    const drafts = [await draftOf(anna.portal), await draftOf(jan.desk)];
    for (const who of [anna.portal, partner.portal])
      expect((await who.get(`/dossiers/${dossier.id}`)).json).toMatchObject({ documents: [] });
    for (const who of [jan.desk, desk])
      expect((await who.get(`/dossiers/${dossier.id}/documents`)).json).toEqual({ documents: [] });
    for (const who of [anna.portal, partner.portal, jan.desk, desk]) {
      for (const id of drafts)
        expect((await who.get(`/documents/${id}/download`)).error.code).toBe('not-found');
    }
    for (const [who, id = ''] of [
      [partner.portal, drafts[0]],
      [desk, drafts[1]],
    ] as const) {
      expect((await who.delete(`/attachments/${id}`)).error.code).toBe('not-found');
      expect(await refusedWith(who, [id])).toEqual([404, 'not-found']);
    }
  });

  it('is dropped with its file, and once only', async () => {
    const { anna, jan } = own;
    for (const who of [anna.portal, jan.desk]) {
      const before = await keptFiles(house);
      const id = await draftOf(who);
      expect(await keptFiles(house)).toHaveLength(before.length + 1);
      expect((await who.delete(`/attachments/${id}`)).status).toBe(204);
      expect(await keptFiles(house)).toEqual(before);
      expect((await who.delete(`/attachments/${id}`)).error.code).toBe('not-found');
      expect(await refusedWith(who, [id])).toEqual([404, 'not-found']);
    }
  });

  it('is sent once: the second message with it is not written, not even in part', async () => {
    const { anna, dossier } = own;
    const [sent, fresh] = [await draftOf(anna.portal), await draftOf(anna.portal)];
    await write(anna.portal, dossier, { attachmentIds: [sent] });
    expect(await refusedWith(anna.portal, [fresh, sent])).toEqual([404, 'not-found']);
    expect((await write(anna.portal, dossier, { attachmentIds: [fresh] })).status).toBe(201);
  });

  it('is sent once, also where two messages try at the same time', async () => {
    const { anna, dossier } = own;
    const id = await draftOf(anna.portal);
    const tries = await Promise.all(
      Array.from({ length: 4 }, () => write(anna.portal, dossier, { attachmentIds: [id] })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404]);
    expect(await messagesIn(own)).toHaveLength(1);
  });

  it('named twice in one message is in it once', async () => {
    const id = await draftOf(own.anna.portal);
    const answer = await write(own.anna.portal, own.dossier, { attachmentIds: [id, id] });
    expect(answer.as(messageViewSchema)).toMatchObject({ attachmentCount: 1, attachments: [{ id }] });
  });

  it('cannot be dropped any more once it was sent', async () => {
    const { anna, dossier } = own;
    const id = await draftOf(anna.portal);
    await write(anna.portal, dossier, { attachmentIds: [id] });
    expect((await anna.portal.delete(`/attachments/${id}`)).error.code).toBe('not-found');
    expect((await anna.portal.get(`/documents/${id}/download`)).status).toBe(200);
  });

  it('of another person, of the other side, of another dossier or of nobody goes with no message', async () => {
    const { anna, jan } = own;
    const other = await givenCase(house);
    const elsewhere = await givenDossier(jan, anna.client);
    for (const id of [
      await draftOf(other.anna.portal, other.dossier),
      await draftOf(jan.desk),
      await draftOf(anna.portal, elsewhere),
      UNKNOWN_ID,
    ])
      expect(await refusedWith(anna.portal, [id])).toEqual([404, 'not-found']);
    for (const id of [await draftOf(other.jan.desk, other.dossier), await draftOf(anna.portal)])
      expect(await refusedWith(jan.desk, [id])).toEqual([404, 'not-found']);
  });
});
