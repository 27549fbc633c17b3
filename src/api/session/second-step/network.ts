/** The first four groups of an IPv6 address, written out. */
const groups = (address: string): string[] => {
  const [head = '', tail] = address.split('::');
  const [before, after] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4);
};

/** A household's whole IPv6 network counts as one address: who has one address of it has them all. */
export const network = (address: string): string =>
  address.includes(':') && !address.includes('.') ? groups(address).join(':') : address;
