import { dossierListSchema } from '../../src/contract/dossier';
import { extraAccountListSchema, EXTRA_ACCOUNTS_MAX } from '../../src/contract/extra-account';
import { attachmentSchema, deskDocumentListSchema } from '../../src/contract/document';
import type { OwnExport } from '../../src/contract/own-data';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenStaff,
  PDF,
  portal,
  startStrapi,
  tokenIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { confirmed } from '../support/given-methods';
import { eventsOf } from '../session/rows';
import { exported, shown, taken } from '../own-data/taken';
import { givenAdded, givenColleague, givenCompany, newAccount, type Colleague } from './company';

let house: House;
let jan: StaffMember;

const listOf = async ({ portal: browser }: Pick<PortalClient, 'portal'>) =>
  (await browser.get('/accounts')).as(extraAccountListSchema);

describeWithScanner('R92: the accounts of a company', () => {
  let main: PortalClient;
  let colleague: Colleague;

  beforeAll(async () => {
    house = await startStrapi();
    jan = await givenStaff(house);
    main = await givenCompany(house, jan, { phone: '020 123 45 67' });
    colleague = await givenColleague(house, main);
  });
  afterAll(() => house.stop());

  const unread = async ({ portal: browser }: Pick<PortalClient, 'portal'>, id: string) => {
    const { dossiers } = (await browser.get('/dossiers')).as(dossierListSchema);
    return dossiers.find((dossier) => dossier.id === id)?.unreadDocuments;
  };

  it('see the same dossiers, each with its own unread, its own mail and its own line in the proof', async () => {
    const dossier = await givenDossier(jan, main.client);
    const document = await givenDocument(jan, dossier);
    for (const { email } of [main, colleague]) await house.inbox.next(email);
    expect([await unread(main, dossier.id), await unread(colleague, dossier.id)]).toEqual([1, 1]);

    expect((await colleague.portal.get(`/documents/${document.id}/download`)).status).toBe(200);
    expect([await unread(main, dossier.id), await unread(colleague, dossier.id)]).toEqual([1, 0]);

    const proof = await jan.desk.get(`/dossiers/${dossier.id}/proof`);
    expect(proof.json).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ kind: 'downloaded', actor: colleague.email }),
      ]),
    });
  });

  it('are listed for the main login alone, without anything of their passwords and sessions', async () => {
    const { accounts, abilities } = await listOf(main);
    expect(accounts).toEqual([{ ...colleague.account, state: 'active' }]);
    expect(abilities).toEqual({ manage: true, add: true });
    expect(await listOf(colleague)).toEqual({ accounts: [], abilities: { manage: false, add: false } });
  });

  it('see the company’s data, and nothing of where its main login is reached (R64)', async () => {
    const { client, account } = await shown(colleague.portal);
    expect(client).toMatchObject({ name: main.client.name, kind: 'company', contact: null });
    expect(account.email).toBe(colleague.email);
    expect((await shown(main.portal)).client.contact).toMatchObject({ phone: '020 123 45 67' });
    await confirmed(colleague);
    const { bytes } = await exported(colleague.portal);
    for (const foreign of [main.email, '020 123 45 67']) expect(bytes.includes(foreign)).toBe(false);
  });

  it('take along the own readings, drafts, events and mails alone (R64)', async () => {
    const dossier = await givenDossier(jan, main.client);
    const deed = await givenDocument(jan, dossier);
    await main.portal.get(`/documents/${deed.id}/view`);
    const attachments = `/dossiers/${dossier.id}/attachments`;
    const draft = (await main.portal.upload(attachments, 'Draft.pdf', PDF)).as(attachmentSchema);
    const [theirs, mine] = [await taken(colleague), await taken(main)];
    const openedIn = ({ documents }: OwnExport) => documents.find(({ id }) => id === deed.id)?.openedAt;
    expect([openedIn(theirs), openedIn(mine)]).toEqual([null, expect.any(String)]);
    expect([theirs.unsentFiles, mine.unsentFiles.map(({ id }) => id)]).toEqual([[], [draft.id]]);
    const added = theirs.securityEvents.find(({ event }) => event === 'account-added');
    expect(added).toMatchObject({ actor: 'client', address: null, device: null });
    const wasInvited = ({ securityEvents }: OwnExport) =>
      securityEvents.some(({ event }) => event === 'invited');
    expect([wasInvited(theirs), wasInvited(mine)]).toEqual([false, true]);
    expect(theirs.mails.map(({ event }) => event)).not.toContain('account-added');
    expect(mine.mails.map(({ event }) => event)).toContain('account-added');
  });

  it('are not for an extra account to manage, though it proves who it is', async () => {
    const other = await givenAdded(main);
    await confirmed(colleague);
    expect((await colleague.portal.post('/accounts', newAccount())).error.code).toBe('not-allowed');
    for (const id of [other.id, colleague.account.id])
      expect((await colleague.portal.delete(`/accounts/${id}`)).error.code).toBe('not-found');
    expect((await listOf(main)).accounts.map(({ id }) => id)).toContain(other.id);
  });

  it('are not for a person, nor for another company', async () => {
    const person = await givenPortalClient(house, jan);
    await confirmed(person);
    expect((await person.portal.post('/accounts', newAccount())).error.code).toBe('not-allowed');
    const stranger = await givenCompany(house, jan);
    expect((await stranger.portal.delete(`/accounts/${colleague.account.id}`)).error.code).toBe('not-found');
    expect((await listOf(stranger)).accounts).toEqual([]);
    const dossier = await givenDossier(jan, main.client);
    expect((await stranger.portal.get(`/dossiers/${dossier.id}`)).status).toBe(404);
  });

  it('are added and deleted only by who has just proved again who they are', async () => {
    const fresh = portal(house.baseUrl);
    await fresh.post('/session', { userName: main.email, password: main.password });
    expect((await fresh.post('/accounts', newAccount())).error.code).toBe('confirmation-needed');
    expect((await fresh.delete(`/accounts/${colleague.account.id}`)).error.code).toBe('confirmation-needed');
  });

  it('the main login cannot delete itself, and is told of each that is added', async () => {
    const { connection } = house.strapi.db;
    const own = await connection('up_users').where({ email: main.email }).first('document_id');
    expect((await main.portal.delete(`/accounts/${own.document_id}`)).error.code).toBe('not-found');
    house.inbox.empty();
    const added = await givenAdded(main);
    expect((await house.inbox.next(main.email)).subject).toContain('An account was added');
    expect(await eventsOf(house, added.email)).toContain('account-added');
  });

  it('refuse an address that the company has already', async () => {
    for (const email of [main.email, colleague.email])
      expect((await main.portal.post('/accounts', newAccount({ email }))).error.code).toBe('account-exists');
  });

  it('say nothing of an address that is another client’s, whose owner alone learns of it', async () => {
    const anna = await givenPortalClient(house, jan);
    house.inbox.empty();
    const known = await main.portal.post('/accounts', newAccount({ email: anna.email }));
    const unknown = await main.portal.post('/accounts', newAccount());
    const shape = (answer: typeof known) => {
      const { id: _id, email: _email, addedAt: _addedAt, ...rest } = answer.json as Record<string, unknown>;
      return [answer.status, rest];
    };
    expect(shape(known)).toEqual(shape(unknown));
    expect((await listOf(main)).accounts.find(({ email }) => email === anna.email)?.state).toBe('invited');
    expect((await house.inbox.next(anna.email)).subject).toContain('A company wants to give you access');
    // Whoever asks for the link with that address gets nothing of the company's.
    const somebody = portal(house.baseUrl);
    await somebody.post('/password-reset', { email: anna.email });
    const token = tokenIn(await house.inbox.next(anna.email));
    await somebody.post('/password', { token, password: 'een heel nieuwe zin hier' });
    await somebody.post('/session', { userName: anna.email, password: 'een heel nieuwe zin hier' });
    expect((await listOf({ portal: somebody })).abilities.manage).toBe(false);
    expect(house.inbox.waiting(anna.email).map(({ subject }) => subject)).not.toContain(
      expect.stringContaining('Your access'),
    );
  });

  it(`are ${EXTRA_ACCOUNTS_MAX} at most, also where several are added at once`, async () => {
    const crowded = await givenCompany(house, jan);
    const wishes = Array.from({ length: EXTRA_ACCOUNTS_MAX + 4 }, () => newAccount());
    const answers = await Promise.all(wishes.map((wish) => crowded.portal.post('/accounts', wish)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ error }) => error.code)).toEqual(Array(4).fill('too-many-accounts'));
    expect(await listOf(crowded)).toMatchObject({ abilities: { manage: true, add: false } });
  });

  it('are one where the same address is added twice at once', async () => {
    const wish = newAccount();
    const answers = await Promise.all([1, 2].map(() => main.portal.post('/accounts', wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('find unread what was there before them, from their activation on', async () => {
    const dossier = await givenDossier(jan, main.client);
    await givenDocument(jan, dossier);
    const readers = async () => {
      const { documents } = (await jan.desk.get(`/dossiers/${dossier.id}/documents`)).as(
        deskDocumentListSchema,
      );
      return documents[0]?.readings.map(({ reader }) => reader);
    };
    // Were it announced with the invitation, the time of that would tell that the address was nobody's.
    expect(await readers()).not.toContain((await givenAdded(main)).email);
    const active = await givenColleague(house, main);
    expect(await readers()).toContain(active.email);
    expect(await unread(active, dossier.id)).toBe(1);
  });

  it('go on naming who has read, when one is deleted', async () => {
    const dossier = await givenDossier(jan, main.client);
    const document = await givenDocument(jan, dossier);
    const leaving = await givenColleague(house, main);
    await leaving.portal.get(`/documents/${document.id}/view`);
    expect((await main.portal.delete(`/accounts/${leaving.account.id}`)).status).toBe(204);
    const { documents } = (await jan.desk.get(`/dossiers/${dossier.id}/documents`)).as(
      deskDocumentListSchema,
    );
    const read = documents[0]?.readings.find(({ reader }) => reader === leaving.email);
    expect(read?.openedAt).not.toBeNull();
    const proof = await jan.desk.get(`/dossiers/${dossier.id}/proof`);
    expect(proof.bytes.includes(leaving.email)).toBe(true);
    expect(await eventsOf(house, leaving.email)).toContain('account-deleted');
  });
});
