import { randomBytes } from 'node:crypto';
import { describeWithScanner, givenDocument, pdfOf, startStrapi, type Answer, type House } from '../support';
import { startKms, type Kms } from '../support/kms';
import { givenCase, write, type Case } from '../access/case';
import { keptFiles } from './on-disk';

const arn = (name: string): string => `arn:aws:kms:eu-central-1:123456789012:key/${name}`;
const [KEY, OTHER_KEY] = [arn('1234abcd-12ab-34cd-56ef-1234567890ab'), arn('another')];
const IN_KMS = { id: KEY, secret: null };
const OWN = { id: 'own', secret: Buffer.alloc(32, 'own').toString('base64') };
const CONTENT = pdfOf(randomBytes(400_000));

let house: House;
let own: Case;
let kms: Kms;

const documents = () => house.strapi.db.connection('documents');
const keyOf = async (id: string): Promise<string> =>
  (await documents().where({ document_id: id }).first<{ key_id: string }>('key_id')).key_id;
/** As after a restart with another DOCUMENT_KEY. */
const setKeys = (...keys: { id: string; secret: string | null }[]): void => {
  house.strapi.config.set('portal.documents.keys', keys);
};

interface Rewrap {
  rewrapAll(): Promise<{ found: number; done: number; damaged: number }>;
}
const rewrap = () => (house.strapi.service('api::document.rewrap') as unknown as Rewrap).rewrapAll();
const download = (id: string): Promise<Answer> => own.anna.portal.get(`/documents/${id}/download`);
const isWhole = async (id: string): Promise<boolean> => (await download(id)).bytes.equals(CONTENT);
const given = async (): Promise<string> =>
  (await givenDocument(own.jan, own.dossier, { content: CONTENT })).id;
const upload = (): Promise<Answer> =>
  own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', CONTENT);
const said = ({ status, error }: Answer) => [status, error.code];

describeWithScanner("the firm's key in a KMS (B3)", () => {
  beforeAll(async () => {
    kms = await startKms(KEY, OTHER_KEY);
    house = await startStrapi({
      DOCUMENT_KEY: KEY,
      DOCUMENT_KMS_ENDPOINT: kms.url,
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
    });
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    kms.mood = 'fair';
    setKeys(IN_KMS);
    await documents().delete();
  });
  afterAll(async () => {
    await house.stop();
    await kms.stop();
  });

  it('wraps and opens the key of each file, for that document of that dossier', async () => {
    kms.asked = [];
    const id = await given();
    expect([await isWhole(id), await keyOf(id)]).toEqual([true, KEY]);
    const owner = `${id} ${own.dossier.id}`;
    expect(kms.asked).toEqual([`GenerateDataKey ${owner}`, `Decrypt ${owner}`]);
  });

  it.each(['away', 'denying', 'silent'] as const)(
    'that is %s keeps files from being read and taken, and nothing else',
    async (mood) => {
      const id = await given();
      const before = await keptFiles(house);
      kms.mood = mood;
      const answers = await Promise.all([download(id), upload()]);
      expect(answers.map(said)).toEqual(Array(2).fill([503, 'key-unavailable']));
      expect([await keptFiles(house), (await documents().select('id')).length]).toEqual([before, 1]);
      expect((await write(own.anna.portal, own.dossier)).status).toBe(201);
      kms.mood = 'fair';
      expect([await isWhole(id), (await upload()).status]).toEqual([true, 201]);
    },
  );

  it('that is away keeps nobody from what is under a key of our own', async () => {
    setKeys(OWN);
    const id = await given();
    setKeys(IN_KMS, OWN);
    kms.mood = 'away';
    expect(await isWhole(id)).toBe(true);
  });

  it('opens no document with the key of another, nor with another key of the same KMS', async () => {
    const [one, other] = [await given(), await given()];
    const theirs = await documents()
      .where({ document_id: other })
      .first<{ wrapped_key: string }>('wrapped_key');
    await documents().where({ document_id: one }).update(theirs);
    expect(said(await download(one))).toEqual([503, 'key-unavailable']);
    setKeys(IN_KMS, { id: OTHER_KEY, secret: null });
    await documents().where({ document_id: other }).update({ key_id: OTHER_KEY });
    expect(said(await download(other))).toEqual([503, 'key-unavailable']);
  });

  it('takes the place of a key of our own, and gives it back, by wrapping the rows anew', async () => {
    setKeys(OWN);
    const id = await given();
    const files = await keptFiles(house);
    for (const [first, second] of [
      [IN_KMS, OWN],
      [OWN, IN_KMS],
    ] as const) {
      setKeys(first, second);
      kms.mood = 'away';
      await expect(rewrap()).rejects.toMatchObject({ code: 'key-unavailable' });
      expect(await keyOf(id)).toBe(second.id);
      kms.mood = 'fair';
      expect(await rewrap()).toEqual({ found: 1, done: 1, damaged: 0 });
      setKeys(first);
      expect([await keyOf(id), await isWhole(id), await keptFiles(house)]).toEqual([first.id, true, files]);
    }
  });
});
