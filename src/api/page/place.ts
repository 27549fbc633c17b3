import { DOSSIER_TABS, type DossierTab } from '../../contract/dossier';

/** What an address of the portal shows first. */
export type Place =
  /** The portal's own address leads on to the only dossier (R42). */
  | { kind: 'home'; leadsOn: boolean }
  /** `tab` is null where a single document or message is shown. */
  | { kind: 'dossier'; id: string; tab: DossierTab | 'first' | null }
  /** Any other page behind the sign-in. */
  | { kind: 'inside' }
  /** Before the sign-in, or no page at all. */
  | { kind: 'outside'; isSignIn: boolean };

const INSIDE = ['actions', 'dossiers', 'details', 'help', 'news'];

const tabOf = (tab: string | undefined, below: string[]): DossierTab | 'first' | null => {
  if (tab === undefined) return 'first';
  return below.length > 0 ? null : (DOSSIER_TABS.find((one) => one === tab) ?? null);
};

/** Reads a page's address as the portal's own routes do, which stand in `src/portal/routes.tsx`. */
export const placeOf = (path: string): Place => {
  const [, first, id, tab, ...below] = path.split('/').filter(Boolean);
  if (first === undefined || first === 'home') return { kind: 'home', leadsOn: first === undefined };
  if (first === 'dossiers' && id !== undefined) return { kind: 'dossier', id, tab: tabOf(tab, below) };
  return INSIDE.includes(first) ? { kind: 'inside' } : { kind: 'outside', isSignIn: first === 'sign-in' };
};
