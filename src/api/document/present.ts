import type {
  AttachmentView,
  DeskDocument,
  DocumentView,
  OtherVersion,
  RefusedUpload,
  SentAttachment,
} from '../../contract/document';
import { whyNotTakeBack, type Account } from '../../access/client';
import { isTakenBack, whyNotReplace } from '../../access/staff';
import { moment, momentOrNull, published, type DocumentRow } from '../../db';
import type { DeskListedDocument, ListedDocument } from './services/list';
import type { RefusedFile } from '../../plugin-services';
import { NO_REMARKS } from '../remark/services/count';
import { isViewable } from './viewable';

export const presentAttachment = (
  document: Pick<DocumentRow, 'document_id' | 'name' | 'mime_type' | 'size'>,
): AttachmentView => ({
  id: document.document_id,
  name: document.name,
  mimeType: document.mime_type,
  size: Number(document.size),
});

export const presentSentAttachment = (
  document: Pick<DocumentRow, 'document_id' | 'name' | 'mime_type' | 'size'>,
): SentAttachment => ({
  ...presentAttachment(document),
  abilities: { view: isViewable(document.mime_type) },
});

export const presentDocument = (account: Account, document: ListedDocument): DocumentView => ({
  ...presentAttachment(document),
  shelf: document.shelf,
  publishedAt: moment(published(document.shared_at)),
  unread: document.unread_subject !== null,
  remarks: document.remarks,
  abilities: {
    view: isViewable(document.mime_type),
    download: true,
    takeBack: whyNotTakeBack(account, document, { status: document.dossier_status }) === undefined,
  },
});

/** What the account has just delivered: only an open dossier takes a file. */
export const presentDelivered = (account: Account, document: DocumentRow): DocumentView =>
  presentDocument(account, {
    ...document,
    unread_subject: null,
    remarks: NO_REMARKS,
    dossier_status: 'in-progress',
  });

const presentVersion = (id: string | null, name: string | null): OtherVersion | null =>
  id === null || name === null ? null : { id, name };

export const presentDeskDocument = (document: DeskListedDocument): DeskDocument => ({
  ...presentAttachment(document),
  shelf: document.shelf,
  sha256: document.sha_256,
  publishedAt: moment(published(document.shared_at)),
  withdrawnAt: momentOrNull(document.withdrawn_at),
  replacedBy: presentVersion(document.newer_id, document.newer_name),
  replaces: presentVersion(document.older_id, document.older_name),
  author: document.author_name,
  byClient: document.account_id !== null,
  readings: document.readings.map(({ email, openedAt, downloadedAt, notification, notifiedAt }) => ({
    reader: email,
    notification,
    notifiedAt: momentOrNull(notifiedAt),
    openedAt: momentOrNull(openedAt),
    downloadedAt: momentOrNull(downloadedAt),
  })),
  remarks: document.remarks,
  abilities: {
    view: isViewable(document.mime_type) && !isTakenBack(document),
    download: !isTakenBack(document),
    // What the client delivered is not the firm's to take back.
    withdraw: document.withdrawn_at === null && document.account_id === null,
    replace: whyNotReplace(document) === undefined,
    remarks: document.shelf !== 'attachment',
  },
});

export const presentRefused = (refusal: RefusedFile): RefusedUpload => ({
  id: refusal.id,
  at: moment(refusal.refusedAt),
  actor: refusal.actor,
  name: refusal.name,
  size: refusal.size,
  reason: refusal.reason,
  signature: refusal.signature,
});
