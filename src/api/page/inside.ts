import type { Account } from '../../access/client';
import { firstTab } from '../../contract/dossier';
import type { FirmSettings } from '../../contract/firm-settings';
import type { FirstAnswers, FirstPage } from '../../contract/first-answers';
import type { HomeView } from '../../contract/home';
import { Refusal } from '../../contract/refuse';
import { presentDossier } from '../dossier/present';
import { showDossier, type ShownDossier } from '../dossier/services/show';
import { presentHome } from '../home/present';
import { showHome } from '../home/services/show';
import { presentRow } from '../message/present';
import { listMessages } from '../message/services/list';
import type { Place } from './place';

/** What a page asks first, and what it then shows; null where the build does not know what code that needs. */
export interface First {
  answers: FirstAnswers;
  page: FirstPage | null;
}

type DossierPlace = Extract<Place, { kind: 'dossier' }>;

const unlessMissing = (error: unknown): undefined => {
  // The page asks by itself, and says what it is told.
  if (error instanceof Refusal && error.code === 'not-found') return undefined;
  throw error;
};

const dossierFirst = async (
  account: Account,
  firm: FirmSettings,
  { id, tab }: Omit<DossierPlace, 'kind'>,
): Promise<First> => {
  const shown: ShownDossier | undefined = await showDossier(account, id).catch(unlessMissing);
  if (shown === undefined) return { answers: {}, page: null };
  const dossier = presentDossier(account, shown, firm);
  const address = `/dossiers/${dossier.id}`;
  const answers = { [address]: dossier };
  if (tab === null) return { answers, page: null };
  if ((tab === 'first' ? firstTab(dossier) : tab) !== 'messages') return { answers, page: 'documents' };
  const messages = (await listMessages(account, dossier.id)).map(presentRow);
  return { answers: { ...answers, [`${address}/messages`]: { messages } }, page: 'messages' };
};

/** The dossier that this place shows, the portal's own address that of who has just one (R42); null where it shows none. */
const dossierAt = (place: Place, { dossiers: { only } }: HomeView): Omit<DossierPlace, 'kind'> | null => {
  if (place.kind === 'dossier') return place;
  return place.kind === 'home' && place.leadsOn && only !== null ? { id: only, tab: 'first' } : null;
};

/**
 * What the page at this place asks first for who is signed in, from the very services that answer it at their own
 * addresses. Nothing here is opened by being listed: a document, a message, a remark is asked for by itself.
 */
export const insideFirst = async (account: Account, firm: FirmSettings, place: Place): Promise<First> => {
  const home = presentHome(account, await showHome(account));
  const answers = { '/home': home };
  const dossier = dossierAt(place, home);
  if (dossier === null) return { answers, page: place.kind === 'home' ? 'home' : null };
  const more = await dossierFirst(account, firm, dossier);
  return { ...more, answers: { ...answers, ...more.answers } };
};
