import { dossiersOf, type Account } from '../../../access/client';
import type { ExportedDossier } from '../../../contract/own-data';
import type { ProgressStepView } from '../../../contract/progress-step';
import { dayOrNull, moment, type Db, type DossierRecord } from '../../../db';
import { staffName } from '../../dossier/present';
import { section } from './section';

interface Row extends DossierRecord {
  firstname: string | null;
  lastname: string | null;
  contact_email: string | null;
}

type Step = ProgressStepView & { dossier_id: number };

const contactOf = ({ firstname, lastname, contact_email: email }: Row): string | null =>
  email === null ? null : staffName({ firstname, lastname, email });

const present = (row: Row, steps: Step[]): ExportedDossier => ({
  id: row.document_id,
  number: row.number,
  description: row.description,
  status: row.status,
  contact: contactOf(row),
  nextStep: row.next_step,
  nextStepOn: dayOrNull(row.next_step_on),
  progress: steps
    .filter(({ dossier_id }) => dossier_id === row.id)
    .map(({ label, state }) => ({ label, state })),
  lastActivityAt: moment(row.last_activity_at),
});

const presentAll = async (rows: Row[], db: Db): Promise<ExportedDossier[]> => {
  const ids = rows.map(({ id }) => id);
  const steps: Step[] = await db('progress_steps')
    .whereIn('dossier_id', ids)
    .orderBy(['position', 'id'])
    .select('dossier_id', 'label', 'state');
  return rows.map((row) => present(row, steps));
};

/** The dossiers as the client sees them. */
export const dossiersFor = (account: Account) =>
  section<'dossiers', Row>({
    name: 'dossiers',
    by: ['dossiers.client_id', 'dossiers.id'],
    query: (db) =>
      db('dossiers')
        .modify(dossiersOf(account))
        .leftJoin('admin_users as contact', 'contact.id', 'dossiers.contact_id')
        .select('dossiers.*', 'contact.firstname', 'contact.lastname', 'contact.email as contact_email'),
    present: presentAll,
  });
