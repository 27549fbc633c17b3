import { securityEventListSchema, type SecurityEventView } from '../../src/contract/security-event';
import {
  browser,
  givenAdministrator,
  givenPortalClient,
  givenStaff,
  portal,
  startStrapi,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const UNKNOWN = 'nobody@client.example';

let house: House;
let bea: StaffMember;
let jan: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
  jan = await givenStaff(house);
  anna = await givenPortalClient(house, jan, { name: 'Anna de Vries' });
  await givenPortalClient(house, bea, { name: 'Bert Bakker' });
  await fail(anna.email, 3);
  await fail(UNKNOWN, 1);
});
afterAll(() => house.stop());

const fail = async (userName: string, times: number): Promise<void> => {
  const stranger = portal(house.baseUrl, { 'user-agent': FIREFOX });
  for (let time = 0; time < times; time += 1)
    await stranger.post('/session', { userName, password: 'not the right one' });
};

const eventsFor = async (who: Browser, query = ''): Promise<SecurityEventView[]> =>
  (await who.get(`/security-events?${query}`)).as(securityEventListSchema).events;
const kinds = (events: SecurityEventView[]) => events.map(({ event }) => event);

describe('the security events', () => {
  it('say what happened, when, to whom, from where and on which device, and no secret', async () => {
    const answer = await bea.desk.get('/security-events?event=locked');
    expect(answer.as(securityEventListSchema)).toEqual({
      events: [
        expect.objectContaining({
          event: 'locked',
          label: anna.email,
          client: { id: anna.client.id, name: 'Anna de Vries' },
          actor: 'nobody',
          address: '127.0.0.1',
          device: { browser: 'Firefox', system: 'Windows' },
          occurredAt: expect.stringMatching(/Z$/),
        }),
      ],
      next: null,
    });
    expect(answer.bytes.toString()).not.toContain('not the right one');
  });

  it('come newest first', async () => {
    const times = (await eventsFor(bea.desk)).map(({ occurredAt }) => occurredAt);
    expect(times.length).toBeGreaterThan(4);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are those of their own clients for staff, and all of them for the administrator', async () => {
    const names = (events: SecurityEventView[]) => new Set(events.map(({ client }) => client?.name ?? null));
    expect(names(await eventsFor(jan.desk))).toEqual(new Set(['Anna de Vries']));
    expect(names(await eventsFor(bea.desk))).toEqual(new Set(['Anna de Vries', 'Bert Bakker', null]));
    const { desk: stranger } = await givenStaff(house);
    expect(await eventsFor(stranger)).toEqual([]);
    expect(await eventsFor(stranger, `query=${encodeURIComponent(anna.email)}`)).toEqual([]);
    expect(await eventsFor(jan.desk, 'query=Bakker')).toEqual([]);
  });

  it('are closed to nobody in particular and to the client', async () => {
    const cookie = [...anna.portal.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const who of [browser(house.baseUrl, '/desk'), browser(house.baseUrl, '/desk', { cookie })])
      expect((await who.get('/security-events')).status).toBe(401);
  });

  it('are found by kind, by client, by user name and by time', async () => {
    expect(new Set(kinds(await eventsFor(bea.desk, 'event=sign-in-refused')))).toEqual(
      new Set(['sign-in-refused']),
    );
    expect(new Set((await eventsFor(bea.desk, 'query=de+vr')).map(({ label }) => label))).toEqual(
      new Set([anna.email]),
    );
    expect((await eventsFor(bea.desk, `query=${UNKNOWN.toUpperCase()}`)).map(({ label }) => label)).toEqual([
      UNKNOWN,
    ]);
    expect(await eventsFor(bea.desk, 'query=%25')).toEqual([]);
    const [newest] = await eventsFor(bea.desk);
    const at = newest?.occurredAt ?? '';
    expect(await eventsFor(bea.desk, `from=${at}`)).toContainEqual(newest);
    expect(await eventsFor(bea.desk, `until=${at}`)).not.toContainEqual(newest);
  });

  it.each(['event=unheard-of', 'from=yesterday', 'before=1', 'before=1-x', 'page=2'])(
    'are refused to who asks with %s',
    async (query) => {
      expect((await bea.desk.get(`/security-events?${query}`)).error.code).toBe('invalid-input');
    },
  );

  it('come in pages that leave nothing out and show nothing twice, though many are of one moment', async () => {
    const { connection } = house.strapi.db;
    const stamp = new Date();
    const row = { label: 'paged@client.example', actor: 'nobody', event: 'signed-out', occurred_at: stamp };
    const rows = Array.from({ length: 120 }, (_none, n) => ({
      ...row,
      document_id: `p${String(n).padStart(23, '0')}`,
    }));
    await connection.batchInsert('security_events', rows, 30);
    const seen: string[] = [];
    const sizes: number[] = [];
    let before = '';
    for (let page = 0; page < 3; page += 1) {
      const answer = await bea.desk.get(`/security-events?event=signed-out&query=${row.label}${before}`);
      const { events, next } = answer.as(securityEventListSchema);
      sizes.push(events.length);
      seen.push(...events.map(({ id }) => id));
      before = `&before=${next}`;
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect([before, new Set(seen).size]).toEqual(['&before=null', 120]);
  });
});
