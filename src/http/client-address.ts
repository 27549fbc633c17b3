import { BlockList, isIP } from 'node:net';

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/** An address as it is compared and kept: without port, brackets and zone, IPv4 as IPv4. Nothing where it is none. */
const plain = (text: string): string | undefined => {
  const unwrapped = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = unwrapped.replace(/%.*$/, '').replace(MAPPED, '');
  return isIP(address) === 0 ? undefined : address.toLowerCase();
};

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** The proxies that may say for whom they ask, from addresses and ranges such as `10.0.0.0/8`; nothing where there is none. */
export const proxyList = (named: string[]): BlockList | undefined => {
  if (named.length === 0) return undefined;
  const proxies = new BlockList();
  for (const entry of named) {
    const [address = '', length] = entry.split('/');
    if (length === undefined) proxies.addAddress(address, family(address));
    else proxies.addSubnet(address, Number(length), family(address));
  }
  return proxies;
};

/**
 * The address of who asks. `X-Forwarded-For` is written by whoever likes to; each proxy adds at its end whom it heard.
 * So it is read from that end, and only as far as a proxy of our own has written it.
 */
export const clientAddress = (peer: string, forwardedFor: string, proxies: BlockList | undefined): string => {
  const told = forwardedFor.split(',');
  let address = plain(peer) ?? '';
  while (proxies !== undefined && address !== '' && proxies.check(address, family(address))) {
    const before = plain(told.pop()?.trim() ?? '');
    if (before === undefined) break;
    address = before;
  }
  return address;
};
