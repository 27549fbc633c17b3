import { attachmentSchema, documentViewSchema } from '../../src/contract/document';
import {
  describeWithScanner,
  EICAR,
  givenDocument,
  givenDossier,
  givenStaff,
  PDF,
  startStrapi,
  type House,
} from '../support';
import { givenCase, write, UNKNOWN_ID, type Case } from '../access/case';
import { TUS } from '../upload/tus';
import { atDesk, beginReplacing, CORRECTED, foundBy, replace } from './replacement';

let house: House;
let own: Case;

describeWithScanner('replacing a document', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('changes nothing where the new one is refused: infected, or of a type that is not taken', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    const refused = [
      await replace(own.jan.desk, old.id, Buffer.from(EICAR), 'bank.txt'),
      await replace(own.jan.desk, old.id, CORRECTED, 'setup.exe'),
    ];
    expect(refused.map(({ error }) => error.code)).toEqual(['file-infected', 'file-type-refused']);
    expect((await foundBy(own)).map(({ id }) => id)).toEqual([old.id]);
    expect((await atDesk(own)).get('Draft deed.pdf')?.replacedBy).toBeNull();
  });

  it('is not for what the client delivered, what goes with a message, or what was withdrawn', async () => {
    const { anna, jan, dossier } = own;
    const passport = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    const draft = await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'Attached.pdf', PDF);
    const attached = draft.as(attachmentSchema).id;
    await write(jan.desk, dossier, { attachmentIds: [attached] });
    const gone = await givenDocument(jan, dossier);
    await jan.desk.post(`/documents/${gone.id}/withdrawal`);
    for (const [id, status, code] of [
      [passport.as(documentViewSchema).id, 403, 'not-allowed'],
      [attached, 403, 'not-allowed'],
      [gone.id, 409, 'document-withdrawn'],
    ] as const)
      for (const answer of [await replace(jan.desk, id), await beginReplacing(own, id)])
        expect([answer.status, answer.error.code]).toEqual([status, code]);
    const abilities = [...(await atDesk(own)).values()].map(({ name, abilities: { replace: may } }) => [
      name,
      may,
    ]);
    expect(abilities.every(([, may]) => may === false)).toBe(true);
    expect((await foundBy(own)).map(({ name }) => name)).toEqual(['Passport.pdf']);
  });

  it('is found by nobody else: no stranger of the firm, and from the portal by nobody at all', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    const stranger = await givenStaff(house, 'Stranger');
    const elsewhere = await givenDossier(own.jan, own.anna.client);
    const tus = (path: string) =>
      own.anna.portal.send('POST', path, undefined, { ...TUS, 'upload-length': '9' });
    const answers = [
      await replace(stranger.desk, old.id),
      await replace(own.jan.desk, UNKNOWN_ID),
      await beginReplacing(own, old.id, elsewhere),
      await beginReplacing(own, UNKNOWN_ID),
      await replace(own.anna.portal, old.id),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 405]);
    const { id } = own.dossier;
    const asked = await tus(`/dossiers/${id}/uploads?for=replacement&document=${old.id}`);
    expect([asked.status, asked.error.code]).toEqual([400, 'invalid-input']);
    expect((await foundBy(own)).map((document) => document.id)).toEqual([old.id]);
  });

  it.each(['for=replacement', 'for=documents&document=UNKNOWN'])(
    'is not begun by half a wish: %s',
    async (query) => {
      const address = `/dossiers/${own.dossier.id}/uploads?${query.replace('UNKNOWN', UNKNOWN_ID)}`;
      const answer = await own.jan.desk.send('POST', address, undefined, { ...TUS, 'upload-length': '9' });
      expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
    },
  );
});
