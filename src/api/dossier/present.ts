import { can, type Account } from '../../access/client';
import { may, type Staff } from '../../access/staff';
import type { DocumentView, Shelf } from '../../contract/document';
import type { DeskDossier, DeskDossierRow, DossierRow, DossierView } from '../../contract/dossier';
import { dayOrNull, moment } from '../../db';
import { presentDocument } from '../document/present';
import { uploadRulesOf } from '../firm/upload-rules';
import type { FirmSettings } from '../../contract/firm-settings';
import { ownPhone, type ContactRow } from '../staff-profile/contact';
import type { DeskListed, DeskShown } from './services/desk-list';
import { unreadOf, type ListedDossier } from './services/list';
import type { Count, ShownDossier } from './services/show';

export const presentRow = (row: ListedDossier): DossierRow => {
  const unread = unreadOf(row);
  return {
    id: row.document_id,
    number: row.number,
    description: row.description,
    status: row.status,
    lastActivityAt: moment(row.last_activity_at),
    messages: row.message_count,
    unreadMessages: unread.messages,
    unreadRemarks: unread.remarks,
    unreadDocuments: unread.documents,
  };
};

interface Named {
  firstname: string | null;
  lastname: string | null;
  email: string;
}

/** A member of staff by name; who has none yet, by address. */
export const staffName = ({ firstname, lastname, email }: Named): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;

const countOn = (documents: DocumentView[], tab: Shelf): Count => {
  const there = documents.filter(({ shelf }) => shelf === tab);
  return { total: there.length, unread: there.filter(({ unread }) => unread).length };
};

export const presentDossier = (account: Account, shown: ShownDossier, firm: FirmSettings): DossierView => {
  const { dossier, contact, steps, messages } = shown;
  const documents = shown.documents.map((document) => presentDocument(account, document));
  return {
    id: dossier.document_id,
    number: dossier.number,
    description: dossier.description,
    status: dossier.status,
    contact:
      contact === undefined ? null : { name: staffName(contact), phone: ownPhone(contact) ?? firm.phone },
    nextStep: dossier.next_step,
    nextStepOn: dayOrNull(dossier.next_step_on),
    progress: steps,
    counts: {
      correspondence: countOn(documents, 'correspondence'),
      documents: countOn(documents, 'documents'),
      provided: countOn(documents, 'provided'),
      messages,
    },
    documents,
    uploadRules: uploadRulesOf(firm),
    abilities: { upload: can.upload(dossier, firm), write: can.write(dossier) },
  };
};

export const presentDeskRow = (row: DeskListed): DeskDossierRow => ({
  id: row.document_id,
  number: row.number,
  description: row.description,
  status: row.status,
  client: {
    id: row.client_document_id,
    number: row.client_number,
    name: row.client_name,
    accountState: row.account_state,
  },
  lastActivityAt: moment(row.last_activity_at),
  unreadMessages: row.staff_unread_count,
  unreadRemarks: row.new_remarks,
});

const presentContact = (contact: ContactRow, asking: Staff): DeskDossier['contact'] => ({
  id: contact.document_id,
  name: staffName(contact),
  phone: contact.phone,
  abilities: { changePhone: may.changeProfile(asking, contact) },
});

export const presentDeskDossier = (
  { row, staff, contact, steps, firm }: DeskShown,
  asking: Staff,
): DeskDossier => ({
  ...presentDeskRow(row),
  nextStep: row.next_step,
  nextStepOn: dayOrNull(row.next_step_on),
  staff: staff.map((member) => ({ id: member.document_id, name: staffName(member) })),
  contact: contact === undefined ? null : presentContact(contact, asking),
  progress: steps,
  uploadRules: uploadRulesOf(firm),
});
