import { confirmationAnswerSchema } from '../../src/contract/confirmation';
import {
  passkeyToMakeSchema,
  passkeyToProveSchema,
  totpBegunSchema,
  type SecondStepProof,
  type SignInAnswer,
} from '../../src/contract/second-step';
import { appCode } from './authenticator-app';
import type { Answer, Browser } from './http';
import { PasskeyDevice, type Misdeeds } from './passkey-device';
import type { PortalClient } from './people';
import { signedInAnswer } from './second-step';
import type { House } from './strapi';

type Person = Pick<PortalClient, 'portal' | 'password'>;
type SignedIn = Extract<SignInAnswer, { state: 'signed-in' }>;

/** The client proves again to be there, as the portal asks before such changes; with a second step by `proof`. */
export const confirmed = async ({ portal, password }: Person, proof?: SecondStepProof): Promise<void> => {
  const answer = (await portal.post('/account/confirmation', { password })).as(confirmationAnswerSchema);
  if (answer.state === 'confirmed') return;
  const proven = await portal.post('/account/confirmation/second-step', proof);
  if (proven.status !== 200) throw new Error(`The second step was not confirmed: ${proven.status}`);
};

/** The client sets up an authenticator app, with the code that it shows now. */
export const givenApp = async (
  who: Person,
  proof?: SecondStepProof,
): Promise<{ secret: string; answer: SignedIn }> => {
  await confirmed(who, proof);
  const { id, secret } = (await who.portal.post('/account/second-step/totp')).as(totpBegunSchema);
  const code = appCode(secret);
  const answer = await who.portal.post('/account/second-step/totp/confirmation', { id, code });
  return { secret, answer: signedInAnswer(answer) };
};

/** What the server asks the browser to make. */
export const askedToMake = async (browser: Browser) =>
  (await browser.post('/account/second-step/passkey')).as(passkeyToMakeSchema);

/** Asks for a passkey and lets the device make one. */
export const makePasskey = async (
  browser: Browser,
  device: PasskeyDevice,
  misdeeds: Misdeeds = {},
): Promise<Answer> => {
  const response = device.create(await askedToMake(browser), misdeeds);
  return browser.post('/account/second-step/passkey/confirmation', { label: 'My phone', response });
};

/** The client makes a passkey on a device of their own. */
export const givenPasskey = async (house: House, who: Person): Promise<PasskeyDevice> => {
  await confirmed(who);
  const device = new PasskeyDevice(house.baseUrl);
  signedInAnswer(await makePasskey(who.portal, device));
  return device;
};

/** What the server asks the browser to prove, at a path that does. */
export const askedAt = async (browser: Browser, path: string) =>
  (await browser.post(path)).as(passkeyToProveSchema);

/** Signs in by a passkey alone. */
export const signInByPasskey = async (
  browser: Browser,
  device: PasskeyDevice,
  misdeeds: Misdeeds = {},
): Promise<Answer> => {
  const options = await askedAt(browser, '/session/passkey/challenge');
  return browser.post('/session/passkey', { response: device.prove(options, misdeeds) });
};
