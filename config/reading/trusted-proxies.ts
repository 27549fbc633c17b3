import { isIP } from 'node:net';
import type { Core } from '@strapi/strapi';

const isRange = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || more.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
};

/** The proxies in front of the server: addresses, and ranges as `10.0.0.0/8`, with commas between. */
export const trustedProxies = (env: Core.Config.Shared.ConfigParams['env']): string[] => {
  const named = env('TRUSTED_PROXIES', '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const wrong = named.filter((text) => !isRange(text));
  if (wrong.length > 0)
    throw new Error(`TRUSTED_PROXIES holds "${wrong.join('", "')}", which is no address and no range.`);
  return named;
};
