export type Device = 'apple' | 'android' | 'computer';

/** The kind of device that the portal is read on, as far as it says. */
export const deviceHere = (): Device => {
  if (/iPhone|iPad|iPod/.test(navigator.userAgent)) return 'apple';
  return /Android/.test(navigator.userAgent) ? 'android' : 'computer';
};
