import {
  codeSentSchema,
  signInAnswerSchema,
  smsBegunSchema,
  type SignInAnswer,
} from '../../src/contract/second-step';
import { portal, type Answer, type Browser } from './http';
import { nextNumber, type PortalClient } from './people';
import type { House } from './strapi';
import type { TwilioStandIn } from './twilio';

/** A Dutch mobile number that nobody else of this suite got. */
export const newNumber = (): string => `316${String(10_000_000 + nextNumber())}`;

/** The answer of somebody who is fully signed in. */
export const signedInAnswer = (answer: Answer): Extract<SignInAnswer, { state: 'signed-in' }> => {
  const given = answer.as(signInAnswerSchema);
  if (given.state !== 'signed-in') throw new Error(`Not signed in, but ${given.state}`);
  return given;
};

/** The client sets up a number as second step, and gets a recovery code where it is the first method. */
export const givenSms = async (
  who: Pick<PortalClient, 'portal' | 'password'>,
  twilio: TwilioStandIn,
): Promise<{ number: string; methodId: string; recoveryCode: string }> => {
  const number = newNumber();
  await who.portal.post('/account/confirmation', { password: who.password });
  const { id } = (await who.portal.post('/account/second-step/sms', { number })).as(smsBegunSchema);
  const code = twilio.lastCode(number);
  const answer = await who.portal.post('/account/second-step/sms/confirmation', { id, code });
  return { number, methodId: id, recoveryCode: signedInAnswer(answer).recoveryCode ?? '' };
};

/** A browser of the client in which the password was given, and a code was sent where a number is given. */
export const givenPassword = async (
  house: House,
  { email, password }: PortalClient,
  withCode = true,
): Promise<Browser> => {
  const browser = portal(house.baseUrl);
  (await browser.post('/session', { userName: email, password })).as(signInAnswerSchema);
  if (withCode) (await browser.post('/session/second-step/sms')).as(codeSentSchema);
  return browser;
};
