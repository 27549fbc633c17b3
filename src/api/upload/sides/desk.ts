import { find } from '../../../access/find';
import { dossiersOf, draftsOf, uploadsOf, type Staff } from '../../../access/staff';
import type { PublishingShelf } from '../../../contract/document';
import { refuse } from '../../../contract/refuse';
import type { DeskUploadWay } from '../../../contract/upload';
import { database, type DossierRecord, type UploadRow } from '../../../db';
import { presentAttachment, presentDeskDocument } from '../../document/present';
import { attachForDesk } from '../../document/services/attach-for-desk';
import { showForDesk } from '../../document/services/list';
import { publishDocument } from '../../document/services/publish';
import { findReplaceable, replaceDocument } from '../../document/services/replace';
import type { Uploader } from '../uploader';

/** The tab that the file goes under; what clients deliver is never published by staff. */
const shelfOf = (way: UploadRow['way']): PublishingShelf => {
  if (way === 'correspondence' || way === 'documents') return way;
  throw refuse('not-found', `An upload of staff for ${way}`);
};

const requireReplaceableIn = async (dossier: DossierRecord, staff: Staff, id: string): Promise<void> => {
  const { dossier_id } = await findReplaceable(staff, id);
  if (dossier_id !== dossier.id) throw refuse('not-found', 'The document is in another dossier');
};

/** A member of staff publishes files, alone or in the place of others, or sends them for a message. */
export const byStaff = (staff: Staff): Uploader<DeskUploadWay> => ({
  owner: { staff_id: staff.id },
  row: { table: 'admin_users', id: staff.id },
  actor: staff.name,
  uploads: (now) => uploadsOf(staff, now),
  dossiers: dossiersOf(staff),
  open: async (dossierId, { document }) => {
    const dossier = await find(database(), 'dossiers', dossiersOf(staff), dossierId);
    if (document !== undefined) await requireReplaceableIn(dossier, staff, document);
    return dossier;
  },
  take: ({ way, replaces }, dossierId, ...file) => {
    if (way === 'message') return attachForDesk(staff, dossierId, ...file);
    if (way === 'replacement') return replaceDocument(staff, replaces, ...file);
    return publishDocument(staff, dossierId, shelfOf(way), ...file);
  },
  arrived: async (way, id) =>
    way === 'message'
      ? presentAttachment(await find(database(), 'documents', draftsOf(staff), id))
      : presentDeskDocument(await showForDesk(staff, id)),
});
