import { mailSwitchesSchema, type MailSwitches } from '../../src/contract/mail-switches';
import { givenColleague, givenCompany } from '../account/company';
import { write } from '../access/case';
import { told } from '../proof/proof';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenStaff,
  portal,
  startStrapi,
} from '../support';
import type { House, PortalClient, StaffMember } from '../support';

let house: House;
let jan: StaffMember;
let main: PortalClient;

const choose = (who: Pick<PortalClient, 'portal'>, change: Partial<MailSwitches>) =>
  who.portal.patch('/account/mails', change);
const chosen = async (who: Pick<PortalClient, 'portal'>) =>
  (await who.portal.get('/account/mails')).as(mailSwitchesSchema);

describeWithScanner('R91: the switches for mails', () => {
  beforeAll(async () => {
    house = await startStrapi();
    jan = await givenStaff(house);
    main = await givenCompany(house, jan);
  });
  beforeEach(() => choose(main, { documents: true, messages: true }));
  afterAll(() => house.stop());

  it('are on until they are switched off, each for itself', async () => {
    const colleague = await givenColleague(house, main);
    expect(await chosen(colleague)).toEqual({ documents: true, messages: true });
    expect((await choose(colleague, { messages: false })).as(mailSwitchesSchema)).toEqual({
      documents: true,
      messages: false,
    });
    expect(await chosen(main)).toEqual({ documents: true, messages: true });
  });

  it.each([
    [{ documents: false }, ['new-message', 'new-remark']],
    [{ messages: false }, ['new-document']],
    [{}, ['new-document', 'new-message', 'new-remark']],
  ])('%j: a mail comes about %j, and everything is unread all the same', async (change, expected) => {
    await choose(main, change);
    const dossier = await givenDossier(jan, main.client);
    const { id } = await givenDocument(jan, dossier);
    await write(jan.desk, dossier, {});
    await jan.desk.post(`/documents/${id}/remarks`, { body: 'Please check clause 4' });
    const mails: { event: string }[] = await house.strapi.db
      .connection('notifications')
      .where({ account_id: await accountId(), dossier_id: await dossierId(dossier.id) })
      .orderBy('id')
      .select('event');
    expect(mails.map(({ event }) => event)).toEqual(expected);
    const page = (await main.portal.get(`/dossiers/${dossier.id}`)).json as {
      counts: Record<string, { unread: number }>;
    };
    expect([page.counts.documents?.unread, page.counts.messages?.unread]).toEqual([1, 1]);
  });

  it('leave nothing in the proof that was not sent', async () => {
    await choose(main, { documents: false });
    const dossier = await givenDossier(jan, main.client);
    await givenDocument(jan, dossier);
    await write(jan.desk, dossier, {});
    await house.inbox.next(main.email);
    expect(await told(house, dossier.id)).not.toContain(`notified Draft deed.pdf ${main.email}`);
  });

  it('take nothing else, and are nobody else’s', async () => {
    expect((await main.portal.patch('/account/mails', { forms: false })).error.code).toBe('invalid-input');
    expect((await main.portal.patch('/account/mails', { documents: 'no' })).error.code).toBe('invalid-input');
    expect((await portal(house.baseUrl).get('/account/mails')).error.code).toBe('not-signed-in');
    expect(await chosen(main)).toEqual({ documents: true, messages: true });
  });

  const accountId = async (): Promise<number> => {
    const row: { id: number } = await house.strapi.db
      .connection('up_users')
      .where({ email: main.email })
      .first('id');
    return row.id;
  };
  const dossierId = async (documentId: string): Promise<number> => {
    const row: { id: number } = await house.strapi.db
      .connection('dossiers')
      .where({ document_id: documentId })
      .first('id');
    return row.id;
  };
});
