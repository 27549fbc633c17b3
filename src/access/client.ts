import type { Language } from '../contract/common';
import type { DossierStatus } from '../contract/dossier';
import type { FirmSettings } from '../contract/firm-settings';
import type { DocumentRow, Filter } from '../db';

/** Somebody who is fully signed in to the portal. */
export interface Account {
  id: number;
  documentId: string;
  userName: string;
  email: string;
  clientId: number;
  clientName: string;
  language: Language;
  sessionId: number;
  /** The network address of this request. */
  address: string;
  /** When who is there last proved it again, in this session; null where they have not. */
  confirmedAt: Date | null;
  /** In which the second step is to be proved again, where the password was and it was not yet; else null. */
  challenge: string | null;
  /** When the visit before this one began; null at the first one. */
  lastVisitAt: Date | null;
  /** When the session ends if it is not used. */
  idleEndsAt: Date;
  /** When it ends in any case. */
  endsAt: Date;
}

/** Who is signed in sees where else the same account is, as long as it is. */
export const sessionsOf =
  (account: Account, now: Date): Filter =>
  (query) =>
    void query
      .where('sessions.account_id', account.id)
      .where('sessions.ends_at', '>', now)
      .where('sessions.idle_ends_at', '>', now);

/** No account of the client came before this one: it is the main login. */
const isFirst =
  ({ id, clientId }: Account): Filter =>
  (query) =>
    void query.whereNotExists(
      (earlier) =>
        void earlier
          .select('earlier.id')
          .from('up_users as earlier')
          .where('earlier.client_id', clientId)
          .where('earlier.id', '<', id),
    );

/** The main login of a client sees the accounts that it has added; an added one sees none (R92). */
export const extraAccountsOf =
  (account: Account): Filter =>
  (query) =>
    void query
      .where('up_users.client_id', account.clientId)
      .where('up_users.id', '>', account.id)
      .modify(isFirst(account));

/** The company whose main login this is; no row for everybody else. */
export const companyManagedBy =
  (account: Account): Filter =>
  (query) =>
    void query.where({ 'clients.id': account.clientId, 'clients.kind': 'company' }).modify(isFirst(account));

/** Who is signed in sees what the firm has written down of the client whose account it is. */
export const clientOf =
  (account: Account): Filter =>
  (query) =>
    void query.where('clients.id', account.clientId);

/** Where the client is reached is the main login's to see: in a company an extra account is another person. */
export const clientReachedBy =
  (account: Account): Filter =>
  (query) =>
    void query.modify(clientOf(account)).modify(isFirst(account));

/** Who is signed in sees what happened to this very account, and no other of the client's. */
export const securityEventsOf =
  (account: Account): Filter =>
  (query) =>
    void query.where('security_events.account_id', account.id);

/** And what was written to it. */
export const mailsOf =
  (account: Account): Filter =>
  (query) =>
    void query.where('notifications.account_id', account.id);

/** A client sees the dossiers the firm keeps for them: the rule as SQL with its values, for a list that is asked as such. */
export const dossierRule = (account: Account): { sql: string; values: [number] } => ({
  sql: 'dossiers.client_id = ?',
  values: [account.clientId],
});

/** The same rule, for a query that is built. */
export const dossiersOf = (account: Account): Filter => {
  const { sql, values } = dossierRule(account);
  return (query) => void query.whereRaw(sql, values);
};

/** A client sees what was shared in a dossier of theirs and not withdrawn. */
export const documentsOf =
  (account: Account): Filter =>
  (query) =>
    void query
      .whereIn(
        'documents.dossier_id',
        (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(account)),
      )
      .whereNotNull('documents.shared_at')
      .whereNull('documents.withdrawn_at');

/** What stands in a tab can be spoken about; what goes with a message is, in the message. */
export const discussableOf =
  (account: Account): Filter =>
  (query) =>
    void query.modify(documentsOf(account)).whereNot('documents.shelf', 'attachment');

/** A client keeps what was said about the documents they see, and for good what they said themselves. */
export const remarksOf =
  (account: Account): Filter =>
  (query) =>
    void query
      .whereIn(
        'remarks.dossier_id',
        (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(account)),
      )
      .where(
        (either) =>
          void either
            .where('remarks.account_id', account.id)
            .orWhereIn(
              'remarks.about_id',
              (sub) => void sub.select('documents.id').from('documents').modify(documentsOf(account)),
            ),
      );

/** Files an account has uploaded and not yet sent; nobody else sees them. */
export const draftsOf =
  (account: Account): Filter =>
  (query) =>
    void query.where('documents.account_id', account.id).whereNull('documents.shared_at');

/** An upload is its account's own, as long as it has not expired; also when it has become a document. */
export const uploadsOf =
  (account: Account, now: Date): Filter =>
  (query) =>
    void query.where('uploads.account_id', account.id).where('uploads.expires_at', '>', now);

/** A client sees the messages in a dossier of theirs. */
export const messagesOf =
  (account: Account): Filter =>
  (query) =>
    void query.whereIn(
      'messages.dossier_id',
      (sub) => void sub.select('dossiers.id').from('dossiers').modify(dossiersOf(account)),
    );

/** What may be done in a dossier that was found; a closed one can be read only. */
export const can = {
  /** Into the dossier itself; with a message files come wherever one may write. */
  upload: (dossier: { status: DossierStatus }, firm: Pick<FirmSettings, 'clientUploads'>): boolean =>
    dossier.status !== 'closed' && firm.clientUploads === 'dossier',
  write: (dossier: { status: DossierStatus }): boolean => dossier.status !== 'closed',
};

type Delivered = Pick<DocumentRow, 'account_id' | 'message_id' | 'opened_by_staff_at'>;

/**
 * Why an account may not undo an upload (B13); nothing where it may: it is their own, the dossier is open, and nobody of
 * the firm has opened it. What went with a message stays sent.
 */
export const whyNotTakeBack = (
  account: Account,
  document: Delivered,
  dossier: { status: DossierStatus },
): 'not-allowed' | 'dossier-closed' | 'already-opened' | undefined => {
  if (document.account_id !== account.id || document.message_id !== null) return 'not-allowed';
  if (dossier.status === 'closed') return 'dossier-closed';
  return document.opened_by_staff_at === null ? undefined : 'already-opened';
};
