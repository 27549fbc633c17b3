import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentViewSchema, refusedUploadListSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { extensionOf } from '../../src/contract/file-name';
import { firmSettingsSchema } from '../../src/contract/firm-settings';
import {
  describeWithScanner,
  EICAR,
  givenDossier,
  givenSettings,
  startStrapi,
  type Answer,
  type House,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { zipOf } from '../plugins/virus-scan/zip';
import { keptFiles } from './on-disk';
import { AWKWARD, CLAMAV_TEST_FILES, describeWithFolder, HARMLESS, namesIn } from './sample-folders';

const DEFAULTS = firmSettingsSchema.parse({});
const MEGABYTE = 1_000_000;

let house: House;
let own: Case;

const upload = (name: string, content: Uint8Array | string): Promise<Answer> =>
  own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, name, content);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The hash of what comes back of a file, or the code of the refusal. */
const fateOf = async (name: string, content: Uint8Array): Promise<string> => {
  const answer = await upload(name, content);
  if (answer.status !== 201) return answer.error.code;
  const { id } = answer.as(documentViewSchema);
  return sha256((await own.anna.portal.get(`/documents/${id}/download`)).bytes);
};
const rows = () => house.strapi.db.connection('documents').select('id');
const attempts = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/refused-uploads`)).as(refusedUploadListSchema)
    .refusals;
const typesWith = (names: string[]): string[] => [
  ...new Set([...DEFAULTS.fileTypes, ...names.map((name) => extensionOf(name))]),
];
/** The firm takes these files as far as their type goes: what refuses them then is the scanner. */
const allowTypesOf = (names: string[]) => givenSettings(house, { fileTypes: typesWith(names) });
const endingWithEicar = (bytes: number): Buffer =>
  Buffer.concat([Buffer.alloc(bytes - EICAR.length), Buffer.from(EICAR)]);

describeWithScanner('a file of the real world', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  beforeEach(async () => {
    own.dossier = await givenDossier(own.jan, own.anna.client);
  });
  afterAll(() => house.stop());

  describeWithFolder('of clamav-testfiles', CLAMAV_TEST_FILES, () => {
    it('is refused for the virus in it, whatever it is packed in, and nothing of it is kept', async () => {
      const names = namesIn(CLAMAV_TEST_FILES);
      expect(names.length).toBeGreaterThanOrEqual(44);
      await allowTypesOf(names);
      const before = [await keptFiles(house), await rows()];
      const fates = [];
      for (const name of names) {
        const { status, error } = await upload(name, readFileSync(path.join(CLAMAV_TEST_FILES, name)));
        fates.push([name, status, error.code, error.signature]);
      }
      const signature = 'Clam-Test-File.UNOFFICIAL';
      expect(fates).toEqual(names.map((name) => [name, 422, 'file-infected', signature]));
      expect([await keptFiles(house), await rows()]).toEqual(before);
      expect((await attempts()).map(({ name, reason }) => [name, reason]).sort()).toEqual(
        names.map((name) => [name, 'infected']).sort(),
      );
    });
  });

  it('that is the test virus, or has it in a zip, or in a zip in a zip, is refused', async () => {
    const zip = zipOf(Buffer.from(EICAR));
    for (const [name, content] of [
      ['virus.txt', Buffer.from(EICAR)],
      ['virus.zip', zip],
      ['virus.zip', zipOf(zip)],
    ] as const)
      expect(await fateOf(name, content)).toBe('file-infected');
  });

  it.each([8, 200])('of exactly the limit is looked at to its last byte: %i MB', async (megabytes) => {
    await givenSettings(house, { fileMegabytes: megabytes, fileTypes: DEFAULTS.fileTypes });
    const before = [await keptFiles(house), await rows()];
    expect(await fateOf('long.pdf', endingWithEicar(megabytes * MEGABYTE))).toBe('file-infected');
    expect([await keptFiles(house), await rows()]).toEqual(before);
  });

  it('of exactly the limit arrives, and one of a byte more does not', async () => {
    await givenSettings(house, { fileMegabytes: 8, fileTypes: DEFAULTS.fileTypes });
    const content = Buffer.alloc(8 * MEGABYTE, 'a');
    expect(await fateOf('long.txt', content)).toBe(sha256(content));
    expect(await fateOf('long.txt', Buffer.concat([content, Buffer.from('a')]))).toBe('too-large');
  });

  describeWithFolder('that is harmless', HARMLESS, () => {
    const names = namesIn(HARMLESS);
    const contentOf = (name: string): Buffer => readFileSync(path.join(HARMLESS, name));

    it.each([
      ['its own', (name: string) => name],
      ['a Polish', (name: string) => `Zażółć gęślą jaźń – ${name}`],
      ['a Turkish', (name: string) => `İĞÜŞÖÇ ığüşöç ${name}`],
      ['an Arabic', (name: string) => `عقد البيع ${name}`],
      ['a pictorial', (name: string) => `🏡⚖️🇳🇱 ${name}`],
    ])('arrives as it was, under %s name', async (_whose, nameFor) => {
      await allowTypesOf(names);
      const fates = [];
      for (const name of names) fates.push([name, await fateOf(nameFor(name), contentOf(name))]);
      expect(fates).toEqual(names.map((name) => [name, sha256(contentOf(name))]));
      const list = await own.anna.portal.get(`/dossiers/${own.dossier.id}`);
      const listed = list.as(dossierViewSchema).documents.map((document) => document.name);
      expect(listed.sort()).toEqual(names.map(nameFor).sort());
    });
  });

  describeWithFolder('that is awkward', AWKWARD, () => {
    const names = namesIn(AWKWARD);
    const contentOf = (name: string): Buffer => readFileSync(path.join(AWKWARD, name));
    /** What the settings promise: refused, refused unless passwords are accepted, or taken as it is. */
    const ALWAYS: Record<string, string> = {
      'droste.zip': 'file-unpacks-too-large',
      'testODTnotaZipFile.odt': 'file-content-mismatch',
    };
    const LOCKED = [
      'full_encrypted.7z',
      'protectedFile.xlsx',
      'testODTEncrypted.odt',
      'testPDF_no_extract_yes_accessibility_owner_user.pdf',
      'testWORD_protected_passtika.doc',
    ];

    it.each(['refuse', 'accept'] as const)('gets the answer of the settings: %s', async (choice) => {
      await givenSettings(house, { fileTypes: typesWith(names), encryptedArchives: choice });
      const fates = [];
      for (const name of names) fates.push([name, await fateOf(name, contentOf(name))]);
      await givenSettings(house, { encryptedArchives: 'refuse' });
      const isRefused = (name: string): boolean => choice === 'refuse' && LOCKED.includes(name);
      expect(fates).toEqual(
        names.map((name) => [
          name,
          ALWAYS[name] ?? (isRefused(name) ? 'file-encrypted' : sha256(contentOf(name))),
        ]),
      );
    });
  });
});
