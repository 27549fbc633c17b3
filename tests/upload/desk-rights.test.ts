import { documentListSchema } from '../../src/contract/document';
import {
  describeWithScanner,
  givenAdministrator,
  givenStaff,
  startStrapi,
  type Answer,
  type Browser,
  type House,
  type StaffMember,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { expectNothingLeft, HALF, halfSent, LONG, sendRest, sweepUploads } from './half-sent';
import { begin, receivedOf, sendPart, TUS } from './tus';

const HOUR = 60 * 60_000;

let house: House;
let own: Case;
let jan: Browser;

const table = (name: string) => house.strapi.db.connection(name);
const assign = (staff: StaffMember[]) =>
  own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds: staff.map(({ id }) => id) });
const documents = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}/documents`)).as(documentListSchema).documents;

/** Each thing that can be asked of an upload. */
const eachVerb = async (who: Browser, id: string): Promise<Answer[]> => [
  await who.get(`/uploads/${id}`),
  await who.send('HEAD', `/uploads/${id}`, undefined, TUS),
  await sendPart(who, id, HALF, LONG.subarray(HALF)),
  await who.delete(`/uploads/${id}`),
];

/** Does something while the last part's document is being made, when its last byte has been scanned. */
const atTheEnd = async (work: () => Promise<unknown>, finishing: () => Promise<Answer>): Promise<Answer> => {
  const provider = house.strapi.plugin('upload').provider as {
    uploadStream(file: object): Promise<unknown>;
  };
  const uploadStream = provider.uploadStream.bind(provider);
  let stored = 0;
  provider.uploadStream = async (file) => {
    stored += 1;
    // The last part is stored first.
    if (stored === 2) await work();
    return uploadStream(file);
  };
  try {
    return await finishing();
  } finally {
    provider.uploadStream = uploadStream;
  }
};

describeWithScanner('a file that staff are sending', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  }, 60_000);
  beforeEach(async () => {
    own = await givenCase(house);
    jan = own.jan.desk;
  });
  afterAll(() => house.stop());

  it('is found by nobody else: no stranger, no colleague of the same dossier, no client, no administrator', async () => {
    const id = await halfSent(jan, own.dossier);
    const [stranger, kim] = [await givenStaff(house, 'Stranger'), await givenStaff(house, 'Kim')];
    await assign([own.jan, kim]);
    const others = [stranger.desk, kim.desk, own.anna.portal, (await givenAdministrator(house)).desk];
    for (const who of others)
      expect((await eachVerb(who, id)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await kim.desk.get(`/dossiers/${own.dossier.id}/uploads?for=documents`)).json).toEqual({
      uploads: [],
    });
    expect((await begin(stranger.desk, own.dossier, { size: 10, way: 'documents' })).error.code).toBe(
      'not-found',
    );
    expect(await receivedOf(jan, id)).toBe(HALF);
    expect((await sendRest(jan, id)).status).toBe(201);
  });

  it('is not theirs any more when the dossier was given to others between two parts', async () => {
    const id = await halfSent(jan, own.dossier);
    await assign([await givenStaff(house, 'Kim')]);
    expect((await eachVerb(jan, id)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await documents()).toEqual([]);
    await sweepUploads(house, new Date(Date.now() + 25 * HOUR));
    await expectNothingLeft(house);
  });

  it('is not published where the dossier was given to others while it was being stored, and is removed', async () => {
    const id = await halfSent(jan, own.dossier);
    const kim = await givenStaff(house, 'Kim');
    const answer = await atTheEnd(
      () => assign([kim]),
      () => sendRest(jan, id),
    );
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await expectNothingLeft(house);
    expect(await documents()).toEqual([]);
  });

  it('is not published by who left the firm meanwhile, before its end or during it', async () => {
    const users = () => table('admin_users').where({ email: own.jan.email });
    const id = await halfSent(jan, own.dossier);
    const leave = () => users().update({ is_active: false });
    const answer = await atTheEnd(leave, () => sendRest(jan, id));
    expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
    expect((await eachVerb(jan, id)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(await documents()).toEqual([]);
    await users().update({ is_active: true });
    expect((await sendPart(jan, id, LONG.length)).status).toBe(201);
  });

  it('is not published by an administrator who is none any more at its end', async () => {
    const administrator = await givenAdministrator(house);
    const id = await halfSent(administrator.desk, own.dossier);
    const held = await table('admin_users_roles_lnk')
      .join('admin_users', 'admin_users.id', 'admin_users_roles_lnk.user_id')
      .where({ email: administrator.email })
      .first<{ id: number; role_id: number }>('admin_users_roles_lnk.*');
    const other = await table('admin_roles').whereNot({ id: held.role_id }).first<{ id: number }>('id');
    const role = (roleId: number) =>
      table('admin_users_roles_lnk').where({ id: held.id }).update({ role_id: roleId });
    const answer = await atTheEnd(
      () => role(other.id),
      () => sendRest(administrator.desk, id),
    );
    await role(held.role_id);
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await expectNothingLeft(house);
  });
});
