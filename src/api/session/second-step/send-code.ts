import { refuse } from '../../../contract/refuse';
import type { Person } from '../../../access/sign-in';
import { twoFactor } from '../../../plugin-services';
import { settings } from '../../../settings';
import { mailText } from '../../../texts';
import { firmSettings } from '../../firm/services/settings';
import { network } from './network';
import type { From } from '../../../http/from';

/** Codes an hour, for each thing that can be abused: a stranger's phone, an account, a network. */
const AN_HOUR = { number: 5, account: 8, address: 20 };

const capsOf = (number: string, { documentId }: Person, { address }: From) => [
  { key: `sms-address:${network(address)}`, max: AN_HOUR.address, minutes: 60 },
  { key: `sms-account:${documentId}`, max: AN_HOUR.account, minutes: 60 },
  { key: `sms-number:${number}`, max: AN_HOUR.number, minutes: 60 },
];

/** A number as it was typed, if the firm sends codes to it; refused where it does not. */
export const usablePhone = async (typed: string) => {
  const { smsCountries } = await firmSettings();
  const phone = twoFactor('phones').read(typed, smsCountries);
  if (phone === 'invalid') throw refuse('phone-invalid', 'No mobile number');
  if (phone === 'country') throw refuse('phone-country', 'No number of a country the firm sends codes to');
  return phone;
};

export interface CodeFor {
  account: Person;
  challenge: string;
  /** With country code, digits only. */
  number: string;
}

/** Sends a code within the firm's countries and the caps (B10); refuses where none could be sent. */
export const sendCode = async ({ account, challenge, number }: CodeFor, from: From): Promise<void> => {
  // The firm may have chosen other countries since the number was given.
  await usablePhone(`+${number}`);
  const caps = capsOf(number, account, from);
  if (!(await twoFactor('caps').take(caps))) throw refuse('too-many-codes', 'A cap on codes is reached');
  const { name: firm } = await firmSettings();
  const { hostname } = new URL(settings().publicUrl);
  // The last line lets phones offer the code on this host alone.
  const text = (code: string) =>
    `${mailText(account.language, 'sms.code.text', { firm, code })}\n\n@${hostname} #${code}`;
  const sending = await twoFactor('codes').send({ challenge, number, text });
  if (sending === 'refused') await twoFactor('caps').giveBack(caps);
  if (sending !== 'sent') throw refuse('sms-unavailable', `The code was not sent: ${sending}`);
};
