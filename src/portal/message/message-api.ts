// What is asked about messages: the first page does without it.
import { messageListSchema, messageViewSchema, type NewMessage } from '../../contract/message';
import { call, nothing, question } from '../api';

export const messagesQuestion = (dossierId: string) =>
  question(messageListSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`);
export const loadMessage = (id: string, signal?: AbortSignal) =>
  call(messageViewSchema, `/messages/${encodeURIComponent(id)}`, { signal });
export const sendMessage = (dossierId: string, body: NewMessage) =>
  call(messageViewSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`, { method: 'POST', body });
export const dropAttachment = (id: string) => call(nothing, `/attachments/${id}`, { method: 'DELETE' });
