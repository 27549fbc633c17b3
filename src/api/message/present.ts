import { moment, momentOrNull } from '../../db';
import type { DeskMessage, MessageRow, MessageView } from '../../contract/message';
import { presentSentAttachment } from '../document/present';
import type { NamedReading } from '../dossier/readings';
import type { MessageWithMark } from './services/list';
import type { ListedMessage, OpenedMessage } from './services/read';

export const presentRow = ({ message, unread }: MessageWithMark): MessageRow => ({
  id: message.document_id,
  direction: message.account_id === null ? 'from-firm' : 'from-client',
  author: message.author_name,
  subject: message.subject,
  sentAt: moment(message.sent_at),
  unread,
  attachmentCount: message.attachment_count,
});

const presentOriginal = (original: ListedMessage, isOpened: boolean): MessageView['replyTo'] => ({
  id: original.document_id,
  author: original.author_name,
  subject: original.subject,
  body: isOpened ? original.body : null,
  sentAt: moment(original.sent_at),
});

/** Whoever sees a message has opened it; what it answers perhaps not. */
export const presentMessage = (
  { message, attachments, original }: OpenedMessage,
  { canReply, hasOpenedOriginal }: { canReply: boolean; hasOpenedOriginal: boolean },
): MessageView => ({
  ...presentRow({ message, unread: false }),
  body: message.body,
  attachments: attachments.map(presentSentAttachment),
  replyTo: original === undefined ? null : presentOriginal(original, hasOpenedOriginal),
  abilities: { reply: canReply },
});

export const presentDeskMessage = (opened: OpenedMessage, readings: NamedReading[]): DeskMessage => ({
  ...presentMessage(opened, { canReply: true, hasOpenedOriginal: true }),
  readings: readings.map(({ email, openedAt }) => ({ reader: email, openedAt: momentOrNull(openedAt) })),
});
