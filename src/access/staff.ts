import type { Knex } from 'knex';
import type { AccountState, Communication } from '../contract/client';
import type { Language } from '../contract/common';
import { PUBLISHING_SHELVES, type Shelf } from '../contract/document';
import type { DocumentRow, Filter } from '../db';

/** Strapi's code of the role of the firm's administrator. */
export const ADMINISTRATOR = 'strapi-super-admin';

/** A member of staff who is signed in to the admin panel. */
export interface Staff {
  id: number;
  documentId: string;
  name: string;
  language: Language;
  /** The firm's administrator sees every dossier; everybody else what is assigned to them (R101). */
  isAdministrator: boolean;
  /** The network address of this request. */
  address: string;
}

/** Staff see the dossiers assigned to them. */
export const dossiersOf =
  (staff: Staff): Filter =>
  (query) => {
    if (staff.isAdministrator) return;
    void query.whereIn(
      'dossiers.id',
      (sub) => void sub.select('dossier_id').from('dossiers_staff_lnk').where('user_id', staff.id),
    );
  };

/** The ids of the clients assigned to somebody, and of those of their dossiers; a union, because an index serves each half. */
const clientIdsOf =
  (staff: Staff): Filter =>
  (sub) =>
    void sub
      .select('client_id')
      .from('clients_staff_lnk')
      .where('user_id', staff.id)
      .union((dossiers: Knex.QueryBuilder) => {
        void dossiers.select('dossiers.client_id').from('dossiers').modify(dossiersOf(staff));
      });

/** Staff see the clients assigned to them, and those of their dossiers. */
export const clientsOf =
  (staff: Staff): Filter =>
  (query) => {
    if (staff.isAdministrator) return;
    void query.whereIn('clients.id', (sub) => clientIdsOf(staff)(sub));
  };

/** Staff see the accounts of their clients. */
export const accountsOf =
  (staff: Staff): Filter =>
  (query) => {
    void query.whereNotNull('up_users.client_id');
    if (!staff.isAdministrator) void query.whereIn('up_users.client_id', (sub) => clientIdsOf(staff)(sub));
  };

/** Staff see everything shared in their dossiers, what was withdrawn too: the trace stays. */
export const documentsOf =
  (staff: Staff): Filter =>
  (query) =>
    void query
      .whereIn(
        'documents.dossier_id',
        (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(staff)),
      )
      .whereNotNull('documents.shared_at');

/** What stands in a tab can be spoken about, and what was said stays; what goes with a message is, in the message. */
export const discussableOf =
  (staff: Staff): Filter =>
  (query) =>
    void query.modify(documentsOf(staff)).whereNot('documents.shelf', 'attachment');

/** What the client took back is known by its name only: its content was deleted. */
export const isTakenBack = ({ account_id, withdrawn_at }: Pick<DocumentRow, 'account_id' | 'withdrawn_at'>) =>
  account_id !== null && withdrawn_at !== null;

/** Where the firm's documents stand for themselves; what goes with a message is its message's. */
const PUBLISHING: ReadonlySet<Shelf> = new Set(PUBLISHING_SHELVES);

type Published = Pick<DocumentRow, 'account_id' | 'shelf' | 'withdrawn_at'>;

/** Why a document may not be replaced by a corrected version: only what the firm put in a tab may, and while it is there. */
export const whyNotReplace = ({
  account_id,
  shelf,
  withdrawn_at,
}: Published): 'not-allowed' | 'document-withdrawn' | undefined => {
  if (account_id !== null || !PUBLISHING.has(shelf)) return 'not-allowed';
  return withdrawn_at === null ? undefined : 'document-withdrawn';
};

/** Files a member of staff has uploaded and not yet sent; nobody else sees them. */
export const draftsOf =
  (staff: Staff): Filter =>
  (query) =>
    void query.where('documents.staff_author_id', staff.id).whereNull('documents.shared_at');

/**
 * An upload is its sender's own, as long as it has not expired and its dossier is theirs; also when it has become a
 * document.
 */
export const uploadsOf =
  (staff: Staff, now: Date): Filter =>
  (query) =>
    void query
      .where('uploads.staff_id', staff.id)
      .where('uploads.expires_at', '>', now)
      .whereIn(
        'uploads.dossier_id',
        (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(staff)),
      );

/** Staff see the messages in their dossiers. */
export const messagesOf =
  (staff: Staff): Filter =>
  (query) =>
    void query.whereIn(
      'messages.dossier_id',
      (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(staff)),
    );

/** Staff see what happened to the accounts of their clients; what belongs to no client is the administrator's. */
export const securityEventsOf =
  (staff: Staff): Filter =>
  (query) => {
    if (staff.isAdministrator) return;
    void query.whereIn('security_events.client_id', (sub) => clientIdsOf(staff)(sub));
  };

/** What clients see of a member of staff is kept by themselves, and by the firm's administrator. */
export const profilesOf =
  (staff: Staff): Filter =>
  (query) => {
    if (!staff.isAdministrator) void query.where('admin_users.id', staff.id);
  };

/** What is not a matter of which rows one sees. */
export const may = {
  /** Only the firm's administrator decides how the firm works. */
  changeSettings: (staff: Staff): boolean => staff.isAdministrator,
  /** As `profilesOf` lets them. */
  changeProfile: (staff: Staff, user: { id: number }): boolean =>
    staff.isAdministrator || staff.id === user.id,
};

/** What may be done about the access of a client that was found. */
export const can = {
  /** Only who chose the portal (R2), until they use it. */
  invite: (client: { communication: Communication; account_state: AccountState }): boolean =>
    client.communication === 'portal' && ['none', 'invited', 'opened'].includes(client.account_state),
  revoke: (client: { account_state: AccountState }): boolean =>
    client.account_state === 'invited' || client.account_state === 'opened',
  /** Who has a way in, or is on it. */
  block: (client: { account_state: AccountState }): boolean =>
    ['invited', 'opened', 'active', 'locked'].includes(client.account_state),
};
