import type { LogoType } from '../../contract/firm-logo';

/** What each kind of image file begins with, in hexadecimal. */
const BEGINNINGS: [LogoType, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  // RIFF, the length, WEBP
  ['image/webp', /^52494646.{8}57454250/],
];

/** The kind of an image by its own first bytes; undefined where it is none that is shown. */
export const imageType = (bytes: Buffer): LogoType | undefined => {
  const beginning = bytes.subarray(0, 16).toString('hex');
  return BEGINNINGS.find(([, pattern]) => pattern.test(beginning))?.[0];
};
