import { find } from '../../../access/find';
import { dossiersOf, draftsOf, uploadsOf, type Staff } from '../../../access/staff';
import type { PublishingShelf } from '../../../contract/document';
import { refuse } from '../../../contract/refuse';
import type { DeskUploadWay } from '../../../contract/upload';
import { database, type UploadRow } from '../../../db';
import { presentAttachment, presentDeskDocument } from '../../document/present';
import { attachForDesk } from '../../document/services/attach-for-desk';
import { showForDesk } from '../../document/services/list';
import { publishDocument } from '../../document/services/publish';
import type { Uploader } from '../uploader';

/** The tab that the file goes under; what clients deliver is never published by staff. */
const shelfOf = (way: UploadRow['way']): PublishingShelf => {
  if (way === 'correspondence' || way === 'documents') return way;
  throw refuse('not-found', `An upload of staff for ${way}`);
};

/** A member of staff publishes files, or sends them for a message. */
export const byStaff = (staff: Staff): Uploader<DeskUploadWay> => ({
  owner: { staff_id: staff.id },
  row: { table: 'admin_users', id: staff.id },
  actor: staff.name,
  uploads: (now) => uploadsOf(staff, now),
  dossiers: dossiersOf(staff),
  open: (dossierId) => find(database(), 'dossiers', dossiersOf(staff), dossierId),
  take: (way, dossierId, ...file) =>
    way === 'message'
      ? attachForDesk(staff, dossierId, ...file)
      : publishDocument(staff, dossierId, shelfOf(way), ...file),
  arrived: async (way, id) =>
    way === 'message'
      ? presentAttachment(await find(database(), 'documents', draftsOf(staff), id))
      : presentDeskDocument(await showForDesk(staff, id)),
});
