import type { Knex } from 'knex';
import type { Communication, CLIENT_KINDS } from '../contract/client';
import type { Language } from '../contract/common';
import type { Shelf } from '../contract/document';
import type { DossierStatus } from '../contract/dossier';
import type { DeskUploadWay, UploadWay } from '../contract/upload';
import type { StoredMoment } from './moments';

/** Either the pool or a transaction. On SQLite the pool is one: inside a transaction use only the transaction. */
export type Db = Knex;
export type Trx = Knex.Transaction;

/** A rule: narrows a query to the rows somebody may have. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- knex's builder is invariant in its row type; a rule is for all
export type Filter = (query: Knex.QueryBuilder<any, any>) => void;

interface Row {
  id: number;
  document_id: string;
}

export interface ClientRow extends Row {
  number: string;
  name: string;
  kind: (typeof CLIENT_KINDS)[number];
  email: string;
  phone: string | null;
  language: Language;
  communication: Communication;
  consented_at: StoredMoment | null;
}

/** A member of staff, as Strapi's admin panel knows them. */
export interface AdminUserRow extends Row {
  firstname: string | null;
  lastname: string | null;
  email: string;
}

/** A row of users-permissions: one sign-in of a client. */
export interface AccountRow extends Row {
  username: string;
  email: string;
  password: string | null;
  blocked: boolean | number | null;
  client_id: number | null;
  language: Language;
  /** The address that is to take the other one's place, until when; see `api/session/email-change`. */
  pending_email: string | null;
  pending_email_until: StoredMoment | null;
  invited_at: StoredMoment | null;
  /** When the invitation's page was opened, or its first mail was followed. */
  opened_at: StoredMoment | null;
  activated_at: StoredMoment | null;
  /** When its latest session began. */
  visited_at: StoredMoment | null;
  /** The address people know it by where it has none of its own: it was deleted, or somebody else's account has it. */
  known_as: string | null;
  /** Whether a mail tells of new documents, of new messages (R91); null is yes. */
  mail_documents: boolean | number | null;
  mail_messages: boolean | number | null;
  created_at: StoredMoment;
}

/** A place where an account is signed in. */
export interface SessionRow extends Row {
  account_id: number;
  address: string | null;
  device: string | null;
  started_at: StoredMoment;
  last_used_at: StoredMoment;
}

export interface DossierRecord extends Row {
  number: string;
  description: string;
  status: DossierStatus;
  client_id: number;
  contact_id: number | null;
  next_step: string | null;
  next_step_on: Date | string | null;
  last_activity_at: StoredMoment;
  message_count: number;
  staff_unread_count: number;
}

export interface DocumentRow extends Row {
  name: string;
  shelf: Shelf;
  mime_type: string;
  size: number | string;
  sha_256: string;
  storage_key: string;
  /** The file's own key, wrapped by the firm's key `key_id`; null when it was erased, and the file with it. */
  wrapped_key: string | null;
  key_id: string | null;
  dossier_id: number;
  message_id: number | null;
  account_id: number | null;
  staff_author_id: number | null;
  /** Kept with the row: whoever wrote it may leave the firm. */
  author_name: string;
  shared_at: StoredMoment | null;
  withdrawn_at: StoredMoment | null;
  /** The corrected version for which it was withdrawn. */
  replaced_by_id: number | null;
  /** Of what the client delivered: when the firm first had its content. */
  opened_by_staff_at: StoredMoment | null;
}

/** A file that arrives in parts, and for a while what became of it. */
export interface UploadRow extends Row {
  /** Whose it is: an account's, or a member of staff's. */
  account_id: number | null;
  staff_id: number | null;
  dossier_id: number | null;
  way: UploadWay | DeskUploadWay;
  /** The documentId of what it is to take the place of. */
  replaces: string | null;
  name: string;
  size: number | string;
  /** When the file was last changed where it comes from, in milliseconds; null where that was not said. */
  modified: number | string | null;
  /** How many bytes are kept, without a gap from the first. */
  received: number | string;
  /** The key of its parts, wrapped by the firm's key `key_id`; null when nothing of it is to be read any more. */
  wrapped_key: string | null;
  key_id: string | null;
  /** The documentId of the document that it became. */
  result: string | null;
  /** Until when somebody who makes the document of it may be thought alive. */
  finishing_until: StoredMoment | null;
  expires_at: StoredMoment;
  created_at: StoredMoment;
}

/** Some bytes of an upload, sealed as a file of their own. */
export interface UploadPartRow extends Row {
  upload_id: number | null;
  /** Of the whole file's bytes, the number of its first. */
  begins_at: number | string;
  size: number | string;
  /** False while it is being stored, and for ever where the process was killed then. */
  kept: boolean | number;
  storage_key: string;
}

export interface MessageRecord extends Row {
  subject: string;
  body: string;
  dossier_id: number;
  account_id: number | null;
  staff_author_id: number | null;
  /** Kept with the row: whoever wrote it may leave the firm. */
  author_name: string;
  answers_id: number | null;
  attachment_count: number;
  sent_at: StoredMoment;
  opened_by_staff_at: StoredMoment | null;
}

/** Something that was said about a document. */
export interface RemarkRow extends Row {
  body: string;
  /** The document; Strapi has taken `document_id` for itself. */
  about_id: number;
  /** The document's dossier. */
  dossier_id: number;
  account_id: number | null;
  staff_author_id: number | null;
  /** Kept with the row: whoever wrote it may leave the firm. */
  author_name: string;
  written_at: StoredMoment;
  read_by_staff_at: StoredMoment | null;
}

/** A row that was published or sent has its moment; the filters let no other through. */
export const published = (stored: StoredMoment | null): StoredMoment => {
  if (stored === null) throw new Error('A row without its moment passed a filter that forbids it');
  return stored;
};
