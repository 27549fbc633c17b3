import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import { database } from '../../../db';
import { proofLog, type LoggedEvent } from '../../../plugin-services';

const PAGE = 50;

/** A page of a dossier's log, the newest first, and where the next one begins. */
export const listProof = async (
  staff: Staff,
  id: unknown,
  before: number | undefined,
): Promise<{ events: LoggedEvent[]; next: number | null }> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(staff), id);
  const page = { before: before ?? null, limit: PAGE };
  const events = await proofLog().page(database(), dossier.document_id, page);
  const last = events.at(-1)?.seq ?? 1;
  return { events, next: last > 1 ? last : null };
};

export default { listProof };
