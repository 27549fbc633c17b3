import { firmViewSchema } from '../../src/contract/firm';
import { LOGO_MAX_BYTES, logoSchema } from '../../src/contract/firm-logo';
import type { House, StaffMember } from '../support';
import { panelOf } from '../plugins/admin-panel';
import {
  browser,
  describeWithScanner,
  EICAR,
  givenAdministrator,
  givenStaff,
  portal,
  startStrapi,
} from '../support';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(32)]);

let house: House;
let administrator: StaffMember;

const choose = (bytes: Buffer, by = administrator) =>
  by.desk.put('/settings/logo', { content: bytes.toString('base64') });
const shown = async () => (await portal(house.baseUrl).get('/firm')).as(firmViewSchema).logo;
const fetched = (address: string | null) => fetch(`${house.baseUrl}${String(address)}`);

describeWithScanner("the firm's logo (R12)", () => {
  beforeAll(async () => {
    house = await startStrapi();
    administrator = await givenAdministrator(house);
  });
  afterAll(() => house.stop());

  it('stands above the sign-in, for browsers to keep, until there is another', async () => {
    const { logo } = (await choose(PNG)).as(logoSchema);
    expect(await shown()).toBe(logo);
    const answer = await fetched(logo);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    await choose(JPEG);
    expect(await shown()).not.toBe(logo);
    expect((await fetched(logo)).status).toBe(404);
    expect((await fetched(await shown())).headers.get('content-type')).toBe('image/jpeg');
  });

  it('gives way to the name when it is taken away', async () => {
    await choose(PNG);
    expect((await administrator.desk.delete('/settings/logo')).status).toBe(204);
    expect(await shown()).toBeNull();
  });

  it.each([
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['no image', Buffer.from('MZ, a program')],
    ['too large', Buffer.concat([PNG, Buffer.alloc(LOGO_MAX_BYTES)])],
  ])('is not %s, and the one before stays', async (_what, bytes) => {
    const { logo } = (await choose(PNG)).as(logoSchema);
    const answer = await choose(bytes);
    expect([answer.status, answer.error.code]).toEqual([422, 'logo-refused']);
    expect(await shown()).toBe(logo);
  });

  it('is scanned like every file: one with a virus is not taken, and the attempt is kept (R26, R27)', async () => {
    const { logo } = (await choose(PNG)).as(logoSchema);
    const answer = await choose(Buffer.concat([PNG, Buffer.from(EICAR)]));
    expect([answer.status, answer.error.code]).toEqual([422, 'file-infected']);
    expect(await shown()).toBe(logo);
    const panel = await panelOf(house, administrator);
    expect((await panel.get('/virus-scan/refusals')).json).toMatchObject({
      data: [{ scope: 'logo', reason: 'infected', actor: administrator.name }],
    });
  });

  it('is chosen and taken away by the administrator alone', async () => {
    const { logo } = (await choose(PNG)).as(logoSchema);
    const jan = await givenStaff(house);
    expect((await choose(JPEG, jan)).error.code).toBe('not-allowed');
    expect((await jan.desk.delete('/settings/logo')).error.code).toBe('not-allowed');
    const nobody = browser(house.baseUrl, '/desk');
    expect((await nobody.put('/settings/logo', {})).status).toBe(401);
    expect(await shown()).toBe(logo);
  });
});

describe("the firm's logo while the scanner is away", () => {
  beforeAll(async () => {
    house = await startStrapi({ CLAMD_SOCKET: '', CLAMD_HOST: '127.0.0.1', CLAMD_PORT: '1' });
    administrator = await givenAdministrator(house);
  });
  afterAll(() => house.stop());

  it('is refused, and can be chosen later', async () => {
    const answer = await choose(PNG);
    expect([answer.status, answer.error.code]).toEqual([503, 'scanner-unavailable']);
    expect(await shown()).toBeNull();
  });
});
