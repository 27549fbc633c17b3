import { legibleAccents } from '../../contract/accent';

/** Gives the whole page the firm's colour. */
export function wearAccent(hex: string): void {
  const { onLight, onDark } = legibleAccents(hex);
  document.documentElement.style.setProperty('--accent-on-light', onLight);
  document.documentElement.style.setProperty('--accent-on-dark', onDark);
}
