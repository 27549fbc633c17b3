import { givenCase, type Case } from '../access/case';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  startStrapi,
  workerRests,
  type House,
} from '../support';
import { deliver, outbox, silenceWorker } from './outbox';

let house: House;
let own: Case;

const MINUTE = 60_000;

const remark = async (dossier = own.dossier, times = 1): Promise<void> => {
  const { id } = await givenDocument(own.jan, dossier);
  for (let said = 0; said < times; said += 1)
    expect((await own.jan.desk.post(`/documents/${id}/remarks`, { body: `Clause ${said}` })).status).toBe(
      201,
    );
};
const remarkMails = async () => (await outbox(house)).filter(({ event }) => event === 'new-remark');

describeWithScanner('R66: mails about remarks', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    await silenceWorker(house);
  });
  beforeEach(async () => {
    await workerRests(house);
    await house.strapi.db.connection('notifications').delete();
  });
  afterAll(() => house.stop());

  it('are two for five in a minute: the first at once, the second for all the others', async () => {
    await remark();
    await deliver(house, new Date());
    await remark(own.dossier, 4);
    const [first, second, ...more] = await remarkMails();
    expect([first?.state, second?.state, more]).toEqual(['sent', 'waiting', []]);
    expect(Number(second?.due_at) - Number(first?.due_at)).toBe(10 * MINUTE);
    await deliver(house, new Date(Date.now() + 9 * MINUTE));
    expect((await remarkMails()).map(({ state }) => state)).toEqual(['sent', 'waiting']);
    await deliver(house, new Date(Date.now() + 11 * MINUTE));
    expect((await remarkMails()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('are told of each remark, by the mail that it shares', async () => {
    await remark(own.dossier, 3);
    const [mail] = await remarkMails();
    const announced: { notice: string }[] = await house.strapi.db
      .connection('readings')
      .where({ subject_type: 'remark', notice: mail?.document_id })
      .select('notice');
    expect(announced).toHaveLength(3);
  });

  it('that are being sent just now are not joined: a remark of that moment has its own', async () => {
    await remark();
    await house.strapi.db
      .connection('notifications')
      .where({ event: 'new-remark' })
      .update({ leased_until: new Date(Date.now() + MINUTE) });
    await remark();
    expect(await remarkMails()).toHaveLength(2);
  });

  it('are each dossier’s own', async () => {
    const other = await givenDossier(own.jan, own.anna.client);
    await remark();
    await remark(other);
    const due = (await remarkMails()).map(({ due_at }) => due_at.getTime() <= Date.now());
    expect(due).toEqual([true, true]);
  });
});
