import { dossiersOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import type { AccountState } from '../../../contract/client';
import type { Assignment, DossierChange } from '../../../contract/dossier';
import type { ProgressStepView } from '../../../contract/progress-step';
import { database, type Db, type DossierRecord, type Filter } from '../../../db';
import { search } from '../../../db/search';
import type { FirmSettings } from '../../../contract/firm-settings';
import { firmSettings } from '../../firm/services/settings';
import { assignStaff } from './assign';
import { changeDossier } from './change';
import { STATE_COLUMNS, withStates, type Known } from '../../client/account-state';
import { countNewRemarks } from '../../remark/services/count';
import { OWN_ACCOUNT } from '../../client/own-account';
import { contactOf, type ContactRow } from '../../staff-profile/contact';
import { stepsOf } from './show';

export interface DeskListed extends DossierRecord {
  client_document_id: string;
  client_number: string;
  client_name: string;
  account_state: AccountState;
  /** Of the client's, and nobody of the staff has read them. */
  new_remarks: number;
}

type Found = Omit<DeskListed, 'account_state' | 'new_remarks'> & Known;

export interface StaffRow {
  id: number;
  document_id: string;
  firstname: string | null;
  lastname: string | null;
  email: string;
}

export interface DeskShown {
  row: DeskListed;
  staff: StaffRow[];
  contact: ContactRow | undefined;
  steps: ProgressStepView[];
  firm: FirmSettings;
}

/** The desk shows the latest so many; beyond it, staff search. */
const LIST_MAX = 200;
const STAFF_COLUMNS = ['admin_users.id', 'document_id', 'firstname', 'lastname', 'email'];

const listed = (db: Db, rule: Filter) =>
  db('dossiers')
    .modify(rule)
    .join('clients', 'clients.id', 'dossiers.client_id')
    .joinRaw(OWN_ACCOUNT)
    .select('dossiers.*', 'clients.document_id as client_document_id', 'clients.number as client_number')
    .select('clients.name as client_name', ...STATE_COLUMNS);

const completed = async (db: Db, rows: Found[]): Promise<DeskListed[]> => {
  const newRemarksIn = await countNewRemarks(
    db,
    rows.map(({ id }) => id),
  );
  const stated = await withStates(rows);
  return stated.map((row) => ({ ...row, new_remarks: newRemarksIn(row.id) }));
};

/** The dossiers a member of staff sees, the latest activity first. */
export const listForDesk = async (staff: Staff, query: string): Promise<DeskListed[]> => {
  const rows = (await listed(database(), dossiersOf(staff))
    .modify(search(['dossiers.number', 'dossiers.description', 'clients.name', 'clients.number'], query))
    .orderBy('dossiers.last_activity_at', 'desc')
    .limit(LIST_MAX)) as Found[];
  return completed(database(), rows);
};

const staffOfDossier = (db: Db, dossierId: number): Promise<StaffRow[]> =>
  db('admin_users')
    .join('dossiers_staff_lnk', 'dossiers_staff_lnk.user_id', 'admin_users.id')
    .where('dossiers_staff_lnk.dossier_id', dossierId)
    .orderBy('lastname')
    .select(STAFF_COLUMNS);

const shown = async (db: Db, dossierId: number): Promise<DeskShown> => {
  const own: Filter = (dossiers) => void dossiers.where('dossiers.id', dossierId);
  const [row] = await completed(db, (await listed(db, own)) as Found[]);
  if (row === undefined) throw new Error(`Dossier ${dossierId} has no client`);
  return {
    row,
    contact: await contactOf(db, row),
    staff: await staffOfDossier(db, dossierId),
    steps: await stepsOf(db, dossierId),
    firm: await firmSettings(db),
  };
};

/** A dossier as its desk page shows it. */
export const showForDesk = async (staff: Staff, id: unknown): Promise<DeskShown> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(staff), id);
  return shown(database(), dossier.id);
};

/**
 * Says who of the staff sees a dossier (R101); whoever is not named sees it no more, from the next request on.
 * Who takes themselves off gets this one last look, to see what they did.
 */
export const assignAndShow = async (staff: Staff, id: unknown, assignment: Assignment): Promise<DeskShown> =>
  shown(database(), await assignStaff(staff, id, assignment));

/** Keeps a dossier up to date, and shows it as it is now. */
export const changeAndShow = async (staff: Staff, id: unknown, change: DossierChange): Promise<DeskShown> =>
  shown(database(), await changeDossier(staff, id, change));

/** The people a dossier can be assigned to. */
export const listStaff = (): Promise<StaffRow[]> =>
  database()('admin_users').where({ is_active: true }).orderBy('lastname').select(STAFF_COLUMNS);

export default { listForDesk, showForDesk, assignAndShow, changeAndShow, listStaff };
