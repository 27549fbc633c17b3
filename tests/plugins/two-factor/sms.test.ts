import { createTwilioSender } from '../../../src/plugins/two-factor/server/sms/twilio';
import { freePort } from '../../support/free-port';
import { TwilioStandIn } from '../../support';

let twilio: TwilioStandIn;
let settings: Record<string, string>;

beforeEach(async () => {
  twilio = new TwilioStandIn();
  settings = await twilio.open();
});
afterEach(() => twilio.close());

const sender = (baseUrl = settings.TWILIO_BASE_URL) =>
  createTwilioSender(
    { accountSid: settings.TWILIO_ACCOUNT_SID ?? '', authToken: 'secret', from: 'Kantoor', baseUrl },
    300,
  );
const message = { to: '31612345678', text: 'Your code is 123456' };

describe('a text message', () => {
  it('goes through Twilio with number and words', async () => {
    expect(await sender().send(message)).toEqual({ id: 'SM1' });
    expect(twilio.sent).toEqual([
      {
        to: '+31612345678',
        text: 'Your code is 123456',
        path: `/2010-04-01/Accounts/${settings.TWILIO_ACCOUNT_SID}/Messages.json`,
        authorization: expect.stringMatching(/^Basic /) as string,
      },
    ]);
  });

  it('is refused when Twilio says no', async () => {
    twilio.mood = 'refuses';
    await expect(sender().send(message)).rejects.toMatchObject({ name: 'SmsRefused' });
  });

  it('is refused when nobody is there', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    await expect(sender(nobody).send(message)).rejects.toMatchObject({ name: 'SmsRefused' });
  });

  it.each(['fails', 'hangs'] as const)('may have been taken when Twilio %s', async (mood) => {
    twilio.mood = mood;
    await expect(sender().send(message)).rejects.not.toMatchObject({ name: 'SmsRefused' });
  });
});
