import type { AttachmentView, DeskDocument, DocumentView } from '../../contract/document';
import type { DossierRecord, Filter, UploadRow } from '../../db';
import type { Alongside } from '../document/intake/alongside';
import type { Upload } from '../document/intake/upload';

/** What a file becomes that has arrived in parts. */
export type Arrived = DocumentView | DeskDocument | AttachmentView;

/** What a file is sent for, and what it is to take the place of where it replaces something. */
export interface Purpose<Way extends UploadRow['way']> {
  for: Way;
  document?: string | undefined;
}

/** Somebody who sends files in parts: a client's account, or a member of staff. Each side has its own rules for all else. */
export interface Uploader<Way extends UploadRow['way'] = never> {
  /** How an upload says whose it is. */
  owner: { account_id: number } | { staff_id: number };
  /** Where their own row stands. */
  row: { table: 'up_users' | 'admin_users'; id: number };
  /** Whom a refused attempt names. */
  actor: string;
  /** Their uploads. */
  uploads: (now: Date) => Filter;
  /** The dossiers to which they send. */
  dossiers: Filter;
  /** The dossier in which such an upload may begin; who only goes on with one asks for no purpose. */
  open: (dossierId: unknown, purpose: Purpose<Way>) => Promise<DossierRecord>;
  /** Takes in what an upload brought, in the one way in; gives the documentId. */
  take: (upload: UploadRow, dossierId: string, file: Upload, alongside: Alongside) => Promise<string>;
  /** What the upload has become, as the upload in one request shows it; not found where it was taken back or sent. */
  arrived: (way: UploadRow['way'], id: string) => Promise<Arrived>;
}
