import { attachmentSchema, deskDocumentListSchema, documentViewSchema } from '../../src/contract/document';
import { deskMessageSchema, messageViewSchema } from '../../src/contract/message';
import { expectUnbroken, chainOf } from '../plugins/read-tracking/chain';
import { deliver, LATER, outbox, postpone, silenceWorker } from '../notification/outbox';
import type { House } from '../support';
import { describeWithScanner, givenDocument, PDF, startStrapi } from '../support';
import { givenCase, write, type Case } from '../access/case';
import { told } from './proof';

let house: House;
let own: Case;

describeWithScanner('the proof log of a dossier (R104, B1)', () => {
  beforeAll(async () => {
    house = await startStrapi();
    await silenceWorker(house);
  });
  beforeEach(async () => {
    own = await givenCaseOnSilence();
  });
  afterAll(() => house.stop());

  /** Invitations need a worker; nothing else of a case does. */
  const givenCaseOnSilence = async (): Promise<Case> => {
    const emptied = setInterval(() => void deliver(house, LATER), 20);
    try {
      return await givenCase(house);
    } finally {
      clearInterval(emptied);
      await deliver(house, LATER);
    }
  };

  it('tells what was published, notified, opened, downloaded and withdrawn, by whom, from where and with which hash', async () => {
    const { jan, anna, dossier } = own;
    const { id, sha256 } = await givenDocument(jan, dossier);
    await deliver(house, LATER);
    await anna.portal.get(`/documents/${id}/view`);
    await anna.portal.get(`/documents/${id}/download`);
    await jan.desk.post(`/documents/${id}/withdrawal`);
    expect(await told(house, dossier.id)).toEqual([
      `published Draft deed.pdf ${jan.name}`,
      `notified Draft deed.pdf ${anna.email}`,
      `opened Draft deed.pdf ${anna.email}`,
      `downloaded Draft deed.pdf ${anna.email}`,
      `withdrawn Draft deed.pdf ${jan.name}`,
    ]);
    const events = await chainOf(house, dossier.id);
    expectUnbroken(events);
    expect(events.map((event) => event.sha256)).toEqual(Array(5).fill(sha256));
    expect(events.map(({ actorType }) => actorType)).toEqual([
      'staff',
      'portal',
      'client',
      'client',
      'staff',
    ]);
    expect(events[2]?.address).toMatch(/127\.0\.0\.1/);
    expect(events[1]?.reader).toBe(events[2]?.actor);
    for (const { at } of events) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('has every download as an event of its own, while the desk keeps the first moment', async () => {
    const { jan, anna, dossier } = own;
    const { id } = await givenDocument(jan, dossier);
    for (let n = 0; n < 3; n += 1) await anna.portal.get(`/documents/${id}/download`);
    const downloads = (await chainOf(house, dossier.id)).filter(({ kind }) => kind === 'downloaded');
    expect(downloads).toHaveLength(3);
    const [reading] =
      (await jan.desk.get(`/dossiers/${dossier.id}/documents`)).as(deskDocumentListSchema).documents[0]
        ?.readings ?? [];
    expect(
      Math.abs(Date.parse(reading?.downloadedAt ?? '') - Date.parse(downloads[0]?.at ?? '')),
    ).toBeLessThan(1000);
  });

  it('has nothing of a staff preview, a HEAD, a prefetch or a stranger (B2)', async () => {
    const { jan, anna, dossier } = own;
    const { id } = await givenDocument(jan, dossier);
    const other = await givenCaseOnSilence();
    for (const what of ['view', 'download']) {
      await jan.desk.get(`/documents/${id}/${what}`);
      await anna.portal.send('HEAD', `/documents/${id}/${what}`);
      await anna.portal.get(`/documents/${id}/${what}`, { 'sec-purpose': 'prefetch' });
      await other.anna.portal.get(`/documents/${id}/${what}`);
    }
    expect(
      (await chainOf(house, dossier.id)).map(({ kind }) => kind).filter((kind) => kind !== 'notified'),
    ).toEqual(['published']);
    expect(await chainOf(house, other.dossier.id)).toEqual([]);
  });

  it('says notified only when the mail server has taken the mail', async () => {
    const { jan, dossier } = own;
    await house.strapi.db.connection('notifications').delete();
    await givenDocument(jan, dossier);
    await postpone(house, LATER);
    expect((await outbox(house)).map(({ state }) => state)).toEqual(['waiting']);
    expect((await chainOf(house, dossier.id)).map(({ kind }) => kind)).toEqual(['published']);
    await deliver(house, LATER);
    expect((await chainOf(house, dossier.id)).map(({ kind }) => kind)).toEqual(['published', 'notified']);
  });

  it('says nothing of a notice for what was withdrawn before the mail went out', async () => {
    const { jan, dossier } = own;
    const { id } = await givenDocument(jan, dossier);
    await postpone(house, LATER);
    await jan.desk.post(`/documents/${id}/withdrawal`);
    await deliver(house, LATER);
    expect((await chainOf(house, dossier.id)).map(({ kind }) => kind)).toEqual(['published', 'withdrawn']);
  });

  it('has the attachments of messages, of both sides, and what the client provides', async () => {
    const { jan, anna, dossier } = own;
    const attach = async (by: typeof anna.portal, name: string) =>
      (await by.upload(`/dossiers/${dossier.id}/attachments`, name, PDF)).as(attachmentSchema).id;
    const ours = await attach(jan.desk, 'From the firm.pdf');
    (await write(jan.desk, dossier, { attachmentIds: [ours] })).as(deskMessageSchema);
    await deliver(house, LATER);
    const theirs = await attach(anna.portal, 'From Anna.pdf');
    (await write(anna.portal, dossier, { attachmentIds: [theirs] })).as(messageViewSchema);
    (await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF)).as(
      documentViewSchema,
    );
    expect(await told(house, dossier.id)).toEqual([
      `published From the firm.pdf ${jan.name}`,
      `notified From the firm.pdf ${anna.email}`,
      `published From Anna.pdf ${anna.email}`,
      `published Passport.pdf ${anna.email}`,
    ]);
  });

  it('survives its document and its dossier', async () => {
    const { jan, dossier } = own;
    await givenDocument(jan, dossier);
    await deliver(house, LATER);
    const before = await chainOf(house, dossier.id);
    const { connection } = house.strapi.db;
    const { id } = await connection('dossiers')
      .where({ document_id: dossier.id })
      .first<{ id: number }>('id');
    await connection('documents').where({ dossier_id: id }).delete();
    await connection('dossiers').where({ id }).delete();
    expect(await chainOf(house, dossier.id)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('and what it tells are written together, or neither is', async () => {
    const { jan, anna, dossier } = own;
    const { id } = await givenDocument(jan, dossier);
    const { connection } = house.strapi.db;
    // A head that lies a place behind: the next event would stand where one stands, and the database refuses it.
    await connection('proof_chains').where({ scope: dossier.id }).update({ seq: 0 });
    const seen = await anna.portal.get(`/documents/${id}/view`);
    expect([seen.status, seen.bytes.includes('%PDF')]).toEqual([500, false]);
    const upload = await jan.desk.upload(`/dossiers/${dossier.id}/documents?shelf=documents`, 'New.pdf', PDF);
    expect(upload.status).toBe(500);
    expect((await jan.desk.post(`/documents/${id}/withdrawal`)).status).toBe(500);
    const answer = (await jan.desk.get(`/dossiers/${dossier.id}/documents`)).as(deskDocumentListSchema);
    expect(answer.documents.map(({ name, withdrawnAt }) => [name, withdrawnAt])).toEqual([
      ['Draft deed.pdf', null],
    ]);
    expect(answer.documents[0]?.readings).toMatchObject([{ openedAt: null }]);
  });
});
