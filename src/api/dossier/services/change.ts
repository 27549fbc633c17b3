import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import type { DossierChange } from '../../../contract/dossier';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type DossierRecord, type Trx } from '../../../db';

/** Only who sees the dossier can answer for it. */
const contactOf = async (trx: Trx, dossier: DossierRecord, contactId: string): Promise<number> => {
  const member = await trx('admin_users')
    .join('dossiers_staff_lnk', 'dossiers_staff_lnk.user_id', 'admin_users.id')
    .where({ 'dossiers_staff_lnk.dossier_id': dossier.id, 'admin_users.document_id': contactId })
    .where({ 'admin_users.is_active': true })
    .first<{ id: number } | undefined>('admin_users.id');
  if (member === undefined) throw refuse('not-found', 'The contact is none of the dossier’s staff');
  return member.id;
};

/** Changes what is named and leaves the rest; gives the dossier's row id. */
export const changeDossier = (staff: Staff, id: unknown, change: DossierChange): Promise<number> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', dossiersOf(staff), id);
    const { description, status, nextStep, nextStepOn, contactId } = change;
    await trx('dossiers')
      .where({ id: dossier.id })
      .update({
        description: description ?? dossier.description,
        status: status ?? dossier.status,
        next_step: nextStep === undefined ? dossier.next_step : nextStep,
        next_step_on: nextStepOn === undefined ? dossier.next_step_on : nextStepOn,
        contact_id: contactId === undefined ? dossier.contact_id : await contactOf(trx, dossier, contactId),
        updated_at: new Date(),
      });
    return dossier.id;
  });

export default { changeDossier };
