import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

export interface Phone {
  /** With country code, digits only: 31612345678. */
  number: string;
  /** For reading: +31 6 12345678. */
  shown: string;
}

export type UnusablePhone = 'invalid' | 'country';

/** Numbers that take a text message and cost its receiver nothing; never a service number that earns by them. */
const MOBILE = new Set<string | undefined>(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

const parsed = (text: string, country?: CountryCode): PhoneNumber | undefined => {
  const phone = parsePhoneNumberFromString(text, country);
  return phone?.isValid() && !phone.ext ? phone : undefined;
};

/**
 * The number that was meant: `06…` in the first of the countries, `0031…`, `+31 (0)6…` or with its country code
 * alone. Only mobile numbers of the countries are taken.
 */
export function phoneNumber(typed: string, countries: readonly string[]): Phone | UnusablePhone {
  const international = typed.trim().replace(/^00/, '+');
  // A country is a two-letter code of the firm's settings; one that the library does not know makes no number valid.
  const home = countries[0] as CountryCode | undefined;
  const readings = [
    parsed(international, home),
    /^[1-9]/.test(international) ? parsed(`+${international}`) : undefined,
  ].filter((phone) => phone !== undefined);
  const isOfOurs = (phone: PhoneNumber): boolean => countries.includes(phone.country ?? '');
  const phone = readings.find(isOfOurs) ?? readings[0];
  if (phone === undefined || !MOBILE.has(phone.getType())) return 'invalid';
  if (!isOfOurs(phone)) return 'country';
  return { number: phone.number.slice(1), shown: phone.formatInternational() };
}
