import { documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import {
  describeWithScanner,
  givenDossier,
  portal,
  startStrapi,
  type Answer,
  type Browser,
  type House,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf } from '../http/raw';
import { beforeStoring, expectNothingLeft, halfSent, LONG, sendRest } from './half-sent';
import { startNode, type OtherNode } from './node';
import { sendPart } from './tus';

let house: House;
let other: OtherNode;
let own: Case;
/** The client at each of the two nodes. */
let here: Browser;
let there: Browser;

const table = (name: string) => house.strapi.db.connection(name);
/** All bytes are there: what is asked for is the document. */
const finish = (who: Browser, id: string): Promise<Answer> => sendPart(who, id, LONG.length);
const documents = async () => (await here.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).documents;
const published = (): Promise<unknown[]> =>
  table('proof_events').where({ scope: own.dossier.id, kind: 'published' }).select('id');

describeWithScanner('an upload of which two nodes make the document at once', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
    own = await givenCase(house);
    here = own.anna.portal;
    other = await startNode();
    there = portal(other.baseUrl, cookieOf(here));
  });
  beforeEach(async () => {
    own = { ...own, dossier: await givenDossier(own.jan, own.anna.client) };
  });
  afterAll(async () => {
    await other.kill();
    await house.stop();
  });

  const expectOne = async (id: string): Promise<void> => {
    expect((await documents()).map((document) => document.id)).toEqual([id]);
    expect(await published()).toHaveLength(1);
    expect((await here.get(`/documents/${id}/download`)).bytes.equals(LONG)).toBe(true);
    expect(await table('loose_files').select('id')).toEqual([]);
    await expectNothingLeft(house);
  };

  it('is one; whoever comes while it is being made is told so, and given it afterwards', async () => {
    const id = await halfSent(here, own.dossier, { way: 'dossier' });
    let meanwhile: Answer | undefined;
    const made = await beforeStoring(
      house,
      async () => (meanwhile = await finish(there, id)),
      () => sendRest(here, id),
    );
    expect([meanwhile?.status, meanwhile?.error.code]).toEqual([423, 'upload-busy']);
    const document = made.as(documentViewSchema);
    expect((await finish(there, id)).as(documentViewSchema).id).toBe(document.id);
    await expectOne(document.id);
  });

  it('is one also where the first was thought to be dead and was not: it is given what the second made', async () => {
    const id = await halfSent(here, own.dossier, { way: 'dossier' });
    let second: Answer | undefined;
    const first = await beforeStoring(
      house,
      async () => {
        await table('uploads')
          .where({ document_id: id })
          .update({ finishing_until: new Date(0) });
        second = await finish(there, id);
      },
      () => sendRest(here, id),
    );
    const document = second?.as(documentViewSchema);
    expect([first.status, first.as(documentViewSchema).id]).toEqual([201, document?.id]);
    await expectOne(document?.id ?? '');
  });

  it('is one however often both are asked at the same time', async () => {
    const id = await halfSent(here, own.dossier, { way: 'dossier' });
    const failed = await beforeStoring(
      house,
      () => Promise.reject(new Error('The store is away')),
      () => sendRest(here, id),
    );
    expect(failed.error.code).toBe('storage-unavailable');
    const answers = await Promise.all([here, there, here, there, here, there].map((who) => finish(who, id)));
    const codes = answers.map((answer) => (answer.status === 201 ? 'made' : answer.error.code));
    expect(codes).toContain('made');
    expect(codes.filter((code) => code !== 'made' && code !== 'upload-busy')).toEqual([]);
    const ids = answers
      .filter(({ status }) => status === 201)
      .map((answer) => answer.as(documentViewSchema).id);
    expect(new Set(ids).size).toBe(1);
    await expectOne(ids[0] ?? '');
  });
});
