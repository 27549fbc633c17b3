import { firmViewSchema } from '../../src/contract/firm';
import { firmSettingsSchema, type FirmSetting, type FirmSettings } from '../../src/contract/firm-settings';
import type { House, StaffMember } from '../support';
import { givenAdministrator, givenStaff, portal, startStrapi } from '../support';

const DEFAULTS = firmSettingsSchema.parse({});

/** Something else than the default, for each setting. */
const OTHERS: FirmSettings = {
  name: 'Kantoor De Vries',
  phone: '076 123 45 67',
  email: 'info@devries.example',
  accentColour: '#7a1f1f',
  defaultLanguage: 'de',
  activationWay: 'code',
  userNames: 'chosen',
  firstScreen: 'home',
  passwordPreset: 'strict',
  passwordOwnWords: ['De Vries', 'Kerkstraat'],
  wrongPasswords: 5,
  selfUnlock: false,
  secondStep: 'compulsory',
  recoveryCodeByMail: true,
  smsCountries: [],
  sessionIdleMinutes: 15,
  sessionHours: 8,
  clientUploads: 'messages',
  fileTypes: ['pdf'],
  encryptedArchives: 'accept',
  fileMegabytes: 50,
  filesPerMessage: 3,
  dossierGigabytes: 2,
  unopenedDays: 14,
};

describe("the firm's settings", () => {
  let house: House;
  let administrator: StaffMember;

  beforeAll(async () => {
    house = await startStrapi();
    administrator = await givenAdministrator(house);
  });
  afterAll(() => house.stop());

  const settings = async () => (await administrator.desk.get('/settings')).as(firmSettingsSchema);

  it('are the defaults until the administrator has chosen', async () => {
    await house.strapi.db.connection('firms').delete();
    expect(await settings()).toEqual(DEFAULTS);
  });

  it.each(Object.keys(OTHERS) as FirmSetting[])('keep what was chosen for %s, and back', async (name) => {
    expect(OTHERS[name]).not.toEqual(DEFAULTS[name]);
    for (const value of [OTHERS[name], DEFAULTS[name]]) {
      await administrator.desk.patch('/settings', { [name]: value });
      expect((await settings())[name]).toEqual(value);
    }
  });

  it('leave alone what a change does not name', async () => {
    await administrator.desk.patch('/settings', OTHERS);
    await administrator.desk.patch('/settings', { name: 'Kantoor Jansen' });
    expect(await settings()).toEqual({ ...OTHERS, name: 'Kantoor Jansen' });
  });

  it('show in the portal who the firm is', async () => {
    await administrator.desk.patch('/settings', { name: 'Kantoor Bakker' });
    const shown = (await portal(house.baseUrl).get('/firm')).as(firmViewSchema);
    expect(shown.name).toBe('Kantoor Bakker');
  });

  it.each([
    ['an unknown setting', { colour: 'red' }],
    ['a way there is not', { activationWay: 'pigeon' }],
    ['no attempt at all', { wrongPasswords: 0 }],
    ['a session without end', { sessionHours: 1000 }],
    ['a country that is none', { smsCountries: ['nl'] }],
    ['nothing for a name', { name: ' ' }],
  ])('refuse %s, and stay as they are', async (_what, change) => {
    const before = await settings();
    expect((await administrator.desk.patch('/settings', change)).error.code).toBe('invalid-input');
    expect(await settings()).toEqual(before);
  });

  it('are for the administrator alone', async () => {
    const staff = await givenStaff(house);
    const before = await settings();
    expect((await staff.desk.get('/settings')).error.code).toBe('not-allowed');
    expect((await staff.desk.patch('/settings', { wrongPasswords: 20 })).error.code).toBe('not-allowed');
    expect(await settings()).toEqual(before);
  });

  it('let nobody in where the firm’s choice cannot be read', async () => {
    await house.strapi.db.connection('firms').update({ activation_way: 'pigeon' });
    const answer = await portal(house.baseUrl).get('/firm');
    await house.strapi.db.connection('firms').update({ activation_way: 'mail' });
    expect(answer.error.code).toBe('unexpected');
  });
});
