import type { Account } from '../../../access/client';
import type { MailSubject, MailSwitches, MailSwitchesChange } from '../../../contract/mail-switches';
import { database, type AccountRow } from '../../../db';

/** The columns of the switches; nothing chosen is on. */
export type SwitchColumns = Pick<AccountRow, 'mail_documents' | 'mail_messages'>;

const COLUMNS = { documents: 'mail_documents', messages: 'mail_messages' } as const satisfies Record<
  MailSubject,
  keyof SwitchColumns
>;

/** Whether the account wants a mail about it. SQLite keeps truth as 0 and 1. */
export const wants = (account: SwitchColumns, subject: MailSubject): boolean => {
  const chosen = account[COLUMNS[subject]];
  return chosen === null || Boolean(chosen);
};

/** About what the account is written to. */
export const switchesOf = async ({ id }: Account): Promise<MailSwitches> => {
  const row = await database()('up_users')
    .where({ id })
    .first<SwitchColumns>('mail_documents', 'mail_messages');
  return { documents: wants(row, 'documents'), messages: wants(row, 'messages') };
};

/** Counts from the next new thing on; what is in the outbox already is sent. */
export const changeSwitches = async (
  account: Account,
  { documents, messages }: MailSwitchesChange,
): Promise<MailSwitches> => {
  const change = {
    ...(documents !== undefined && { mail_documents: documents }),
    ...(messages !== undefined && { mail_messages: messages }),
  };
  await database()('up_users')
    .where({ id: account.id })
    .update({ ...change, updated_at: new Date() });
  return switchesOf(account);
};

export default { switchesOf, changeSwitches };
