// What is asked about messages: the first page does without it.
import { messageListSchema, messageViewSchema, type NewMessage } from '../../contract/message';
import { call, nothing } from '../api';

export const loadMessages = (dossierId: string, signal?: AbortSignal) =>
  call(messageListSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`, { signal });
export const loadMessage = (id: string, signal?: AbortSignal) =>
  call(messageViewSchema, `/messages/${encodeURIComponent(id)}`, { signal });
export const sendMessage = (dossierId: string, body: NewMessage) =>
  call(messageViewSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`, { method: 'POST', body });
export const dropAttachment = (id: string) => call(nothing, `/attachments/${id}`, { method: 'DELETE' });
