import { messageViewSchema } from '../../src/contract/message';
import type { House } from '../support';
import { nextNumber, startStrapi } from '../support';
import { givenCase, newMessage, write, type Case } from '../access/case';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
afterAll(() => house.stop());

const CONTROL = [
  ['a NUL', 'a\u0000b'],
  ['a bell', 'a\u0007b'],
  ['an escape', 'a\u001b[2Jb'],
  ['a delete', 'a\u007fb'],
  ['an old control character', 'a\u0085b'],
] as const;
const DIRECTION = [
  ['an override', 'deed\u202egpj.exe'],
  ['an embedding', 'a\u202bb\u202cc'],
  ['an isolate', 'a\u2066b\u2069c'],
] as const;
const LINES = [
  ['a tab', 'a\tb'],
  ['a line break', 'a\nb'],
  ['a line separator', 'a\u2028b'],
] as const;

describe('a text that shows something else than it says', () => {
  it.each([...CONTROL, ...DIRECTION])('is no message: %s', async (_what, body) => {
    for (const by of [own.anna.portal, own.jan.desk]) {
      const answer = await write(by, own.dossier, { body });
      expect([answer.status, answer.error]).toMatchObject([400, { code: 'invalid-input', fields: ['body'] }]);
    }
  });

  it.each([...CONTROL, ...DIRECTION, ...LINES])('is no subject: %s', async (_what, subject) => {
    const answer = await write(own.anna.portal, own.dossier, { subject });
    expect([answer.status, answer.error]).toMatchObject([
      400,
      { code: 'invalid-input', fields: ['subject'] },
    ]);
  });

  it.each([...CONTROL, ...DIRECTION])('is no name of a client: %s', async (_what, name) => {
    const number = nextNumber();
    const client = { number: `C-${number}`, name, email: `odd${number}@client.example` };
    const answer = await own.jan.desk.post('/clients', {
      ...client,
      language: 'en',
      communication: 'portal',
    });
    expect([answer.status, answer.error]).toMatchObject([400, { code: 'invalid-input', fields: ['name'] }]);
  });

  it.each([...CONTROL, ...DIRECTION, ...LINES])('is not searched for: %s', async (_what, text) => {
    for (const list of ['/clients', '/dossiers']) {
      const answer = await own.jan.desk.get(`${list}?query=${encodeURIComponent(text)}`);
      expect([answer.status, answer.error]).toMatchObject([
        400,
        { code: 'invalid-input', fields: ['query'] },
      ]);
    }
  });
});

describe('a text in any language', () => {
  const TEXT = 'Zażółć\tgęślą\n\n<b>עברית \u200fعقد</b> 👩‍⚖️ «deed»';

  it('is a message, with its tabs and line breaks', async () => {
    const sent = await write(own.anna.portal, own.dossier, newMessage({ body: TEXT }));
    expect(sent.as(messageViewSchema).body).toBe(TEXT);
  });

  it('is a subject and is searched for', async () => {
    const line = TEXT.replace(/\s+/g, ' ');
    expect((await write(own.anna.portal, own.dossier, { subject: line })).status).toBe(201);
    expect((await own.jan.desk.get(`/dossiers?query=${encodeURIComponent(line)}`)).status).toBe(200);
  });
});
