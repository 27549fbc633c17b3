import type { House } from '../support';
import { chainOf } from '../plugins/read-tracking/chain';

/** What the log says of a dossier, as `kind name by-whom`, the oldest first. */
export const told = async (house: House, dossierId: string): Promise<string[]> =>
  (await chainOf(house, dossierId)).map(
    ({ kind, title, actorName, address }) => `${kind} ${title} ${actorName || address}`,
  );
