import { deskDossierSchema, dossierViewSchema } from '../../src/contract/dossier';
import { progressListSchema, type ProgressStepView, type StepState } from '../../src/contract/progress-step';
import { givenCase, UNKNOWN_ID, type Case } from '../access/case';
import { taken } from '../own-data/taken';
import type { Browser, House } from '../support';
import { givenAdministrator, givenDossier, givenStaff, startStrapi, statementsOf } from '../support';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
beforeEach(async () => {
  own = { ...own, dossier: await givenDossier(own.jan, own.anna.client) };
});
afterAll(() => house.stop());

const step = (label: string, state: StepState = 'waiting'): ProgressStepView => ({ label, state });
const INTAKE = step('Deed of purchase received', 'done');
const DRAFT = step('Draft deed', 'active');
const SIGNING = step('Signing');

const keep = (by: Browser, steps: unknown, seen: unknown = []) =>
  by.put(`/dossiers/${own.dossier.id}/progress-steps`, { steps, seen });
const atDesk = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}`)).as(deskDossierSchema).progress;
const inPortal = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).progress;

describe('R107 keeping the progress list', () => {
  it('adds steps, and the client sees them at once, in their order (R53)', async () => {
    expect(await inPortal()).toEqual([]);
    const kept = await keep(own.jan.desk, [INTAKE, DRAFT, SIGNING]);
    expect(kept.as(progressListSchema)).toEqual({ steps: [INTAKE, DRAFT, SIGNING] });
    expect(await inPortal()).toEqual([INTAKE, DRAFT, SIGNING]);
    expect(await atDesk()).toEqual([INTAKE, DRAFT, SIGNING]);
  });

  it('renames, reorders, removes and ticks off, all with one request', async () => {
    await keep(own.jan.desk, [INTAKE, DRAFT, SIGNING]);
    const next = [step('Signing at our office', 'active'), step('Draft deed', 'done')];
    expect((await keep(own.jan.desk, next, [INTAKE, DRAFT, SIGNING])).status).toBe(200);
    expect(await inPortal()).toEqual(next);
  });

  it('can be emptied again, and two steps may have the same name', async () => {
    await keep(own.jan.desk, [DRAFT, DRAFT]);
    expect(await inPortal()).toEqual([DRAFT, DRAFT]);
    expect((await keep(own.jan.desk, [], [DRAFT, DRAFT])).status).toBe(200);
    expect(await inPortal()).toEqual([]);
  });

  it('goes on in a closed dossier, whose last step is often done when it is closed', async () => {
    await keep(own.jan.desk, [SIGNING]);
    await own.jan.desk.patch(`/dossiers/${own.dossier.id}`, { status: 'closed' });
    expect((await keep(own.jan.desk, [step('Signing', 'done')], [SIGNING])).status).toBe(200);
    expect(await inPortal()).toEqual([step('Signing', 'done')]);
  });

  it('is for the administrator too, and touches no other dossier', async () => {
    const other = await givenCase(house);
    const { desk } = await givenAdministrator(house);
    expect((await keep(desk, [SIGNING])).status).toBe(200);
    const theirs = await other.jan.desk.get(`/dossiers/${other.dossier.id}`);
    expect(theirs.as(deskDossierSchema).progress).toEqual([]);
  });

  it('stands in what the client takes along', async () => {
    await keep(own.jan.desk, [INTAKE, SIGNING]);
    const { portal, password } = own.anna;
    const { dossiers } = await taken({ portal, password });
    expect(dossiers.find(({ id }) => id === own.dossier.id)?.progress).toEqual([INTAKE, SIGNING]);
  });

  it('takes as many statements for fifty steps as for one', async () => {
    const many = Array.from({ length: 50 }, (_, n) => step(`Step ${n + 1}`));
    const one = await statementsOf(house, () => keep(own.jan.desk, [SIGNING]));
    const fifty = await statementsOf(house, () => keep(own.jan.desk, many, [SIGNING]));
    expect(fifty).toHaveLength(one.length);
    expect(await inPortal()).toHaveLength(50);
  });
});

describe('the longest list', () => {
  it('of fifty names of two hundred letters can be kept, and changed by who has seen it', async () => {
    const longest = Array.from({ length: 50 }, () => step('€'.repeat(200)));
    expect((await keep(own.jan.desk, longest)).status).toBe(200);
    const next = longest.map(({ label }) => step(label, 'done'));
    expect((await keep(own.jan.desk, next, longest)).status).toBe(200);
    expect(await inPortal()).toEqual(next);
  });
});

describe('the list of somebody else is not written over', () => {
  it('refuses who has seen another list, keeps the one that stands, and takes it once they have seen it', async () => {
    await keep(own.jan.desk, [INTAKE]);
    const { desk } = await givenAdministrator(house);
    await keep(desk, [INTAKE, DRAFT], [INTAKE]);
    const refused = await keep(own.jan.desk, [INTAKE, SIGNING], [INTAKE]);
    expect([refused.status, refused.error.code]).toEqual([409, 'progress-changed']);
    expect(await inPortal()).toEqual([INTAKE, DRAFT]);
    expect((await keep(own.jan.desk, [INTAKE, DRAFT, SIGNING], [INTAKE, DRAFT])).status).toBe(200);
    expect(await inPortal()).toEqual([INTAKE, DRAFT, SIGNING]);
  });

  it('also when only a state or the order is another', async () => {
    await keep(own.jan.desk, [DRAFT, SIGNING]);
    for (const seen of [[SIGNING, DRAFT], [step('Draft deed', 'done'), SIGNING], [DRAFT], []])
      expect((await keep(own.jan.desk, [INTAKE], seen)).error.code).toBe('progress-changed');
    expect(await inPortal()).toEqual([DRAFT, SIGNING]);
  });

  it('answers who asks again, because the first answer was lost, as it did before', async () => {
    const answers = [await keep(own.jan.desk, [INTAKE]), await keep(own.jan.desk, [INTAKE])];
    expect(answers.map(({ status, json }) => [status, json])).toEqual(
      answers.map(() => [200, { steps: [INTAKE] }]),
    );
  });

  it('when ten save at the same moment: one list is kept whole, and nine are told', async () => {
    const { desk } = await givenAdministrator(house);
    await keep(own.jan.desk, [INTAKE]);
    const lists = Array.from({ length: 10 }, (_, n) => [
      INTAKE,
      step(`First of ${n}`),
      step(`Second of ${n}`),
    ]);
    const answers = await Promise.all(
      lists.map((list, n) => keep(n % 2 === 0 ? desk : own.jan.desk, list, [INTAKE])),
    );
    const won = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []));
    expect(won).toHaveLength(1);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.map(({ error }) => error.code)).toEqual(lost.map(() => 'progress-changed'));
    expect(await inPortal()).toEqual(lists[won[0] ?? -1]);
  });
});

describe('who may not keep the list', () => {
  it('is staff it is not assigned to: it is not found, like what does not exist', async () => {
    const stranger = await givenStaff(house);
    const foreign = await keep(stranger.desk, [SIGNING]);
    const missing = await stranger.desk.put(`/dossiers/${UNKNOWN_ID}/progress-steps`, {
      steps: [],
      seen: [],
    });
    expect([foreign.status, foreign.error.code, foreign.bytes]).toEqual([404, 'not-found', missing.bytes]);
    expect(await atDesk()).toEqual([]);
  });

  it('is the client, by either door', async () => {
    const { portal } = own.anna;
    expect((await keep(portal, [SIGNING])).status).toBe(405);
    const change = JSON.stringify({ steps: [SIGNING], seen: [] });
    const cookie = [...portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${house.baseUrl}/desk/dossiers/${own.dossier.id}/progress-steps`, {
      method: 'PUT',
      headers: { origin: house.baseUrl, cookie, 'content-type': 'application/json' },
      body: change,
    });
    expect(answer.status).toBe(401);
    expect(await atDesk()).toEqual([]);
  });
});

describe('what is no list', () => {
  const fifty = Array.from({ length: 50 }, (_, n) => step(`Step ${n}`));
  it.each([
    ['a step without a name', { steps: [step(' ')], seen: [] }, ['steps.0.label']],
    ['a name too long', { steps: [INTAKE, step('x'.repeat(201))], seen: [] }, ['steps.1.label']],
    ['a name of two lines', { steps: [step('Draft\ndeed')], seen: [] }, ['steps.0.label']],
    ['a state nobody knows', { steps: [{ label: 'Draft', state: 'late' }], seen: [] }, ['steps.0.state']],
    ['a step with more to it', { steps: [{ ...DRAFT, id: UNKNOWN_ID }], seen: [] }, ['id']],
    ['more than fifty', { steps: [...fifty, SIGNING], seen: [] }, ['steps']],
    ['nothing that was seen', { steps: [SIGNING] }, ['seen']],
    ['no list at all', { steps: 'Draft', seen: [] }, ['steps']],
  ])('is refused: %s, and nothing is changed', async (_what, change, fields) => {
    await keep(own.jan.desk, [DRAFT]);
    const refused = await own.jan.desk.put(`/dossiers/${own.dossier.id}/progress-steps`, change);
    expect([refused.status, refused.error.code]).toEqual([400, 'invalid-input']);
    expect(refused.error.fields).toEqual(fields);
    expect(await atDesk()).toEqual([DRAFT]);
  });
});
