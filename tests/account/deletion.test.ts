import { request } from 'node:http';
import { extraAccountListSchema } from '../../src/contract/extra-account';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenStaff,
  portal,
  startStrapi,
  tokenIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { confirmed, givenPasskey } from '../support/given-methods';
import { givenAdded, givenColleague, givenCompany, newAccount, type Colleague } from './company';

let house: House;
let jan: StaffMember;
let main: PortalClient;
let colleague: Colleague;

const remove = (id = colleague.account.id) => main.portal.delete(`/accounts/${id}`);
const rowsOf = async (table: string) => {
  const { connection } = house.strapi.db;
  const row = await connection('up_users').where({ document_id: colleague.account.id }).first('id');
  return connection(table).where({ account_id: row.id });
};

/** An upload whose last part is held back until it is told to go on. */
const slowUpload = (dossierId: string, cookie: string) => {
  const { hostname, port } = new URL(house.baseUrl);
  let answered: (status: number) => void;
  const status = new Promise<number>((resolve) => (answered = resolve));
  const headers = {
    cookie,
    origin: house.baseUrl,
    'content-type': 'application/octet-stream',
    'x-file-name': 'Note.txt',
    'content-length': '4',
  };
  const path = `/api/portal/dossiers/${dossierId}/documents`;
  const sending = request({ hostname, port, path, method: 'POST', headers, agent: false }, (response) => {
    answered(response.statusCode ?? 0);
    response.resume();
  });
  sending.write('ab');
  return { status, finish: () => void sending.end('cd') };
};

describeWithScanner('R92: deleting an extra account', () => {
  beforeAll(async () => {
    house = await startStrapi();
    jan = await givenStaff(house);
    main = await givenCompany(house, jan);
  });
  beforeEach(async () => {
    colleague = await givenColleague(house, main);
  });
  afterAll(() => house.stop());

  it('ends its sessions at the next request, and lets nobody in any more', async () => {
    expect((await remove()).status).toBe(204);
    expect((await colleague.portal.get('/dossiers')).error.code).toBe('not-signed-in');
    const { email: userName, password } = colleague;
    const answer = await portal(house.baseUrl).post('/session', { userName, password });
    expect(answer.error.code).toBe('wrong-credentials');
    expect(await rowsOf('sessions')).toEqual([]);
  });

  it('ends its second step and its mailed links', async () => {
    await givenPasskey(house, colleague);
    const somebody = portal(house.baseUrl);
    house.inbox.empty();
    await somebody.post('/password-reset', { email: colleague.email });
    let mail = await house.inbox.next(colleague.email);
    if (!mail.links.some((link) => link.includes('#'))) mail = await house.inbox.next(colleague.email);
    await remove();
    const answer = await somebody.post('/password', {
      token: tokenIn(mail),
      password: 'een heel nieuwe zin hier',
    });
    expect(answer.error.code).toBe('link-invalid');
    const methods = house.strapi.db.connection('two_factor_methods').where({ subject: colleague.account.id });
    expect(await methods).toEqual([]);
    expect(await rowsOf('mailed_links')).toEqual([]);
  });

  it('forgets the address that was to take the other one’s place', async () => {
    await confirmed(colleague);
    const wish = { email: newAccount().email };
    expect((await colleague.portal.put('/account/email', wish)).status).toBe(202);
    const pending = () =>
      house.strapi.db
        .connection('up_users')
        .where({ document_id: colleague.account.id })
        .first('pending_email', 'pending_email_until');
    expect(await pending()).toMatchObject({ pending_email: wish.email });
    await remove();
    expect(await pending()).toEqual({ pending_email: null, pending_email_until: null });
  });

  it('writes it no mail any more, not even one that was waiting', async () => {
    const dossier = await givenDossier(jan, main.client);
    const { connection } = house.strapi.db;
    const [row] = await connection('up_users').where({ document_id: colleague.account.id });
    const later = new Date(Date.now() + 3_600_000);
    const waiting = {
      event: 'new-document',
      account_id: row.id,
      state: 'waiting',
      attempts: 1,
      due_at: later,
    };
    await connection('notifications').insert({ ...waiting, document_id: 'w'.repeat(24), created_at: later });
    await remove();
    const states = (await rowsOf('notifications')) as { state: string }[];
    expect(states.filter(({ state }) => state === 'waiting')).toEqual([]);
    house.inbox.empty();
    await givenDocument(jan, dossier);
    await house.inbox.next(main.email);
    expect(house.inbox.waiting(colleague.email)).toEqual([]);
  });

  it('is done once: the second finds nothing', async () => {
    const answers = await Promise.all([remove(), remove()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await remove()).error.code).toBe('not-found');
    const events = await house.strapi.db
      .connection('security_events')
      .where({ label: colleague.email, event: 'account-deleted' });
    expect(events).toHaveLength(1);
  });

  it('frees its address for another account', async () => {
    await remove();
    house.inbox.empty();
    const again = await givenAdded(main, { email: colleague.email });
    expect(again.id).not.toBe(colleague.account.id);
    expect((await house.inbox.next(colleague.email)).subject).toContain('Your access');
  });

  it('leaves nothing of an upload that was under way', async () => {
    const dossier = await givenDossier(jan, main.client);
    const cookie = [...colleague.portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const upload = slowUpload(dossier.id, cookie);
    // By the time this is answered the upload, which was sent before, has passed the door.
    expect((await colleague.portal.get('/dossiers')).status).toBe(200);
    await remove();
    upload.finish();
    expect(await upload.status).toBe(401);
    expect(await rowsOf('documents')).toEqual([]);
  });

  it('takes its unread from the firm’s count, and not what the others left unread', async () => {
    const dossier = await givenDossier(jan, main.client);
    const { id } = await givenDocument(jan, dossier);
    await remove();
    const open = await house.strapi.db
      .connection('readings')
      .where({ subject: id, retracted_at: null })
      .pluck('reader');
    expect(open).not.toContain(colleague.account.id);
    expect(open.length).toBeGreaterThan(0);
    const { accounts } = (await main.portal.get('/accounts')).as(extraAccountListSchema);
    expect(accounts.map(({ email }) => email)).not.toContain(colleague.email);
  });

  it('leaves a sign-in that is judged at that moment outside', async () => {
    const attempts = Array.from({ length: 4 }, () => portal(house.baseUrl));
    const signIns = attempts.map((somebody) =>
      somebody.post('/session', { userName: colleague.email, password: colleague.password }),
    );
    await Promise.all([remove(), ...signIns]);
    for (const somebody of attempts) expect((await somebody.get('/dossiers')).status).toBe(401);
    expect(await rowsOf('sessions')).toEqual([]);
    expect(await rowsOf('sign_ins')).toEqual([]);
    expect((await main.portal.post('/accounts', newAccount())).status).toBe(201);
  });
});
