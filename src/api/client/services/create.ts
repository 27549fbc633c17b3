import { clientsOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import type { newClientSchema } from '../../../contract/client';
import { refuse } from '../../../contract/refuse';
import { inTransaction, insertRow, isDuplicate, type ClientRow, type Trx } from '../../../db';
import type { z } from 'zod';

type NewClient = z.output<typeof newClientSchema>;

const insertClient = async (trx: Trx, client: NewClient) => {
  const consentedAt = client.communication === 'portal' ? new Date() : null;
  try {
    return await insertRow(trx, 'clients', { ...client, consented_at: consentedAt });
  } catch (error) {
    if (isDuplicate(error)) throw refuse('number-taken', `Client number ${client.number} is taken`);
    throw error;
  }
};

/** Creates a client, assigned to who creates it: otherwise nobody but the administrator would see it (R101). */
export const createClient = (staff: Staff, client: NewClient): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const { id, documentId } = await insertClient(trx, client);
    await trx('clients_staff_lnk').insert({ client_id: id, user_id: staff.id });
    return find(trx, 'clients', clientsOf(staff), documentId);
  });

export default { createClient };
