import type { Db, DossierRecord } from '../../db';

/** A member of staff whom the client can ask about a dossier. */
export interface ContactRow {
  id: number;
  document_id: string;
  firstname: string | null;
  lastname: string | null;
  email: string;
  is_active: boolean | number;
  /** Their own number, if they have given one. */
  phone: string | null;
}

const COLUMNS = [
  ...['id', 'document_id', 'firstname', 'lastname', 'email', 'is_active'].map(
    (name) => `admin_users.${name}`,
  ),
  'staff_profiles.phone',
];

/** The contact of a dossier; one query. */
export const contactOf = (
  db: Db,
  { contact_id }: Pick<DossierRecord, 'contact_id'>,
): Promise<ContactRow | undefined> =>
  db('admin_users')
    .leftJoin('staff_profiles', 'staff_profiles.user_id', 'admin_users.id')
    .where('admin_users.id', contact_id)
    .first<ContactRow | undefined>(COLUMNS);

/** The contact's own number, as long as they work here: who has left answers no client. */
export const ownPhone = ({ is_active, phone }: ContactRow): string | null => (is_active ? phone : null);
