import type { z } from 'zod';
import { find } from '../../../access/find';
import { clientsOf, type Staff } from '../../../access/staff';
import type { newDossierSchema } from '../../../contract/dossier';
import { refuse } from '../../../contract/refuse';
import { inTransaction, insertRow, isDuplicate, type ClientRow, type Inserted, type Trx } from '../../../db';

type NewDossier = z.output<typeof newDossierSchema>;

const insertDossier = async (
  trx: Trx,
  staff: Staff,
  client: ClientRow,
  dossier: NewDossier,
): Promise<Inserted> => {
  try {
    return await insertRow(trx, 'dossiers', {
      number: dossier.number,
      description: dossier.description,
      next_step: dossier.nextStep,
      next_step_on: dossier.nextStepOn,
      client_id: client.id,
      contact_id: staff.id,
      status: 'in-progress',
      last_activity_at: new Date(),
      message_count: 0,
      staff_unread_count: 0,
    });
  } catch (error) {
    if (isDuplicate(error)) throw refuse('number-taken', `Dossier number ${dossier.number} is taken`);
    throw error;
  }
};

/** Creates a dossier for a client of theirs; who creates it is assigned to it and is the client's contact. */
export const createDossier = (staff: Staff, dossier: NewDossier): Promise<string> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), dossier.clientId);
    const { id, documentId } = await insertDossier(trx, staff, client, dossier);
    await trx('dossiers_staff_lnk').insert({ dossier_id: id, user_id: staff.id });
    return documentId;
  });

export default { createDossier };
