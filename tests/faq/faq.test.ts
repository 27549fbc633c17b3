import { faqSchema } from '../../src/contract/faq';
import type { House } from '../support';
import { portal, startStrapi } from '../support';

let house: House;

beforeAll(async () => {
  house = await startStrapi();
});
afterAll(() => house.stop());

const faq = async (language: string) =>
  (await portal(house.baseUrl).get(`/faq?language=${language}`)).as(faqSchema);
const written = (values: Record<string, unknown>) =>
  house.strapi.documents('api::faq.faq').create({ data: { device: 'all', ...values } });

describe('help before and after signing in (R13)', () => {
  it.each([
    ['nl', 'Ik ben mijn wachtwoord vergeten.'],
    ['en', 'I have forgotten my password.'],
    ['de', 'Ich habe mein Passwort vergessen.'],
  ])(
    'is there in %s before the firm has written any, for computers and phones apart',
    async (language, question) => {
      const { entries } = await faq(language);
      expect(entries.map((entry) => entry.question)).toContain(question);
      expect(new Set(entries.map(({ device }) => device))).toEqual(new Set(['all', 'computer', 'phone']));
    },
  );

  it('is what the firm has written, in its order, and in that language alone', async () => {
    await written({ language: 'de', question: 'Später', answer: 'Zwei.', rank: 2 });
    await written({ language: 'de', question: 'Zuerst', answer: 'Eins.', rank: 1, device: 'phone' });
    expect((await faq('de')).entries).toEqual([
      { question: 'Zuerst', answer: 'Eins.', device: 'phone' },
      { question: 'Später', answer: 'Zwei.', device: 'all' },
    ]);
    expect((await faq('en')).entries.length).toBeGreaterThan(5);
  });

  it('asks for a language that the portal speaks', async () => {
    const { status, error } = await portal(house.baseUrl).get('/faq?language=fr');
    expect([status, error.code]).toEqual([400, 'invalid-input']);
  });

  it('is written by staff of the office in the content manager, and by nobody else', async () => {
    const asked = await fetch(`${house.baseUrl}/content-manager/collection-types/api::faq.faq`);
    expect(asked.status).toBe(401);
    expect((await fetch(`${house.baseUrl}/api/faqs`)).status).toBe(404);
  });
});
