import type { MessageView } from '../../src/contract/message';
import { deskMessageSchema, messageListSchema, messageViewSchema } from '../../src/contract/message';
import type { House } from '../support';
import { startStrapi } from '../support';
import { givenCase, newMessage, UNKNOWN_ID, write, type Case } from '../access/case';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
afterAll(() => house.stop());

const written = async (body: string): Promise<MessageView> =>
  (await write(own.anna.portal, own.dossier, { body })).as(messageViewSchema);
const refused = async (wishes: object) => {
  const answer = await own.anna.portal.post(`/dossiers/${own.dossier.id}/messages`, {
    ...newMessage(),
    ...wishes,
  });
  return [answer.status, answer.error.code, answer.error.fields];
};

describe('a message of the client', () => {
  it('arrives at the desk as it was written, and is new there', async () => {
    const { anna, jan, dossier } = own;
    const body = 'Zażółć gęślą\n\n  <b>عقد</b> 👩‍⚖️ — "quoted" & \u200fodd';
    const sent = await written(body);
    expect(sent).toMatchObject({ direction: 'from-client', author: anna.client.name, unread: false, body });
    const [row] = (await jan.desk.get(`/dossiers/${dossier.id}/messages`)).as(messageListSchema).messages;
    expect(row).toMatchObject({ id: sent.id, unread: true, author: anna.client.name });
    expect((await jan.desk.get(`/messages/${sent.id}`)).as(deskMessageSchema).body).toBe(body);
  });

  it.each([
    ['letters', 'a'.repeat(4000)],
    ['emoji, each counting once', '😀'.repeat(4000)],
    ['line ends of Windows, each counting once', 'ab\r\n'.repeat(1333) + 'c'],
  ])('may have 4,000 characters: %s', async (_what, body) => {
    expect((await written(body)).body).toBe(body.replace(/\r\n/g, '\n'));
  });

  it.each([
    ['letters', 'a'.repeat(4001)],
    ['emoji', '😀'.repeat(4001)],
    ['line ends', '\r\n'.repeat(4000) + 'ab'],
  ])('may not have 4,001: %s', async (_what, body) => {
    expect(await refused({ body })).toEqual([400, 'invalid-input', ['body']]);
  });

  it.each([
    ['without a text', { body: ' \n ' }, ['body']],
    ['without a subject', { subject: '   ' }, ['subject']],
    ['with a subject over two lines', { subject: 'one\ntwo' }, ['subject']],
    ['with a subject that is too long', { subject: 'a'.repeat(201) }, ['subject']],
    ['with a text that is no text', { body: { $ne: '' } }, ['body']],
    ['with fields nobody knows', { sentAt: '2020-01-01', author: 'The firm' }, ['sentAt', 'author']],
    ['with a malformed attachment', { attachmentIds: ['../x'] }, ['attachmentIds.0']],
    ['with too many attachments', { attachmentIds: Array(201).fill(UNKNOWN_ID) }, ['attachmentIds']],
  ])('is refused %s, and says which field', async (_what, wishes, fields) => {
    expect(await refused(wishes)).toEqual([400, 'invalid-input', fields]);
  });

  it('and the one that staff answer stand in their order, the newest first', async () => {
    const { anna, jan, dossier } = await givenCase(house);
    for (const subject of ['First', 'Second', 'Third'])
      await write(subject === 'Second' ? jan.desk : anna.portal, dossier, { subject });
    const { messages } = (await anna.portal.get(`/dossiers/${dossier.id}/messages`)).as(messageListSchema);
    expect(messages.map(({ subject, direction, author }) => [subject, direction, author])).toEqual([
      ['Third', 'from-client', anna.client.name],
      ['Second', 'from-firm', jan.name],
      ['First', 'from-client', anna.client.name],
    ]);
  });
});

describe('a closed dossier', () => {
  it('takes no message and no file of the client, and says so; reading goes on', async () => {
    const { anna, dossier } = await givenCase(house);
    const { id } = (await write(anna.portal, dossier)).as(messageViewSchema);
    await house.strapi.db
      .connection('dossiers')
      .where({ document_id: dossier.id })
      .update({ status: 'closed' });
    const answers = [
      await write(anna.portal, dossier),
      await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'deed.pdf', 'x'),
      await anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'deed.pdf', 'x'),
    ];
    for (const answer of answers) expect([answer.status, answer.error.code]).toEqual([409, 'dossier-closed']);
    const opened = (await anna.portal.get(`/messages/${id}`)).as(messageViewSchema);
    expect(opened.abilities).toEqual({ reply: false });
    const { messages } = (await anna.portal.get(`/dossiers/${dossier.id}/messages`)).as(messageListSchema);
    expect(messages).toHaveLength(1);
  });
});
