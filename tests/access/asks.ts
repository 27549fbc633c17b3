import type { Answer, Browser } from '../support';
import { PDF } from '../support';
import { partHeaders, TUS } from '../upload/tus';
import { newMessage, UNKNOWN_ID } from './case';

/** What an id in an address may name. */
export type Kind =
  | 'client'
  | 'staff'
  | 'dossier'
  | 'document'
  | 'message'
  | 'attachment'
  | 'deskAttachment'
  | 'session'
  | 'secondStep'
  | 'extraAccount'
  | 'upload'
  | 'deskUpload';

/** A request that is in order but for who asks. */
export interface Ask {
  route: string;
  kind: Kind;
  body?: unknown;
  file?: boolean;
  query?: string;
  headers?: Record<string, string>;
}

const UPLOAD = { ...TUS, 'upload-length': '10', 'upload-metadata': 'name Tm90ZS5wZGY=' };
const PART = partHeaders(0);
const remark = { body: 'Please check clause 4' };
const progress = { steps: [{ label: 'Mine now', state: 'done' }], seen: [] };
const assignment = { staffIds: [UNKNOWN_ID] };

/** Every route of the portal that takes an id. */
export const PORTAL: Ask[] = [
  { route: 'GET /dossiers/:id', kind: 'dossier' },
  { route: 'GET /dossiers/:id/zip', kind: 'dossier', query: '?which=all' },
  { route: 'POST /dossiers/:id/documents', kind: 'dossier', file: true },
  { route: 'POST /dossiers/:id/attachments', kind: 'dossier', file: true },
  { route: 'GET /dossiers/:id/uploads', kind: 'dossier', query: '?for=dossier' },
  { route: 'POST /dossiers/:id/uploads', kind: 'dossier', query: '?for=dossier', headers: UPLOAD },
  { route: 'GET /uploads/:id', kind: 'upload' },
  { route: 'PATCH /uploads/:id', kind: 'upload', headers: PART },
  { route: 'DELETE /uploads/:id', kind: 'upload' },
  { route: 'GET /dossiers/:id/messages', kind: 'dossier' },
  { route: 'POST /dossiers/:id/messages', kind: 'dossier', body: newMessage() },
  { route: 'DELETE /documents/:id', kind: 'document' },
  { route: 'GET /documents/:id/view', kind: 'document' },
  { route: 'GET /documents/:id/download', kind: 'document' },
  { route: 'GET /documents/:id/remarks', kind: 'document' },
  { route: 'POST /documents/:id/remarks', kind: 'document', body: remark },
  { route: 'GET /messages/:id', kind: 'message' },
  { route: 'DELETE /attachments/:id', kind: 'attachment' },
  { route: 'DELETE /account/sessions/:id', kind: 'session' },
  { route: 'PATCH /account/second-step/:id', kind: 'secondStep', body: { label: 'Mine now' } },
  { route: 'DELETE /account/second-step/:id', kind: 'secondStep' },
  { route: 'DELETE /accounts/:id', kind: 'extraAccount' },
];

/** Every route of the desk that takes an id. */
export const DESK: Ask[] = [
  { route: 'GET /clients/:id', kind: 'client' },
  { route: 'POST /clients/:id/invitation', kind: 'client' },
  { route: 'PUT /clients/:id/blocking', kind: 'client', body: { blocked: true } },
  { route: 'DELETE /clients/:id/invitation', kind: 'client' },
  { route: 'POST /clients/:id/invitation/letter', kind: 'client' },
  { route: 'GET /clients/:id/accounts', kind: 'client' },
  { route: 'PUT /accounts/:id/blocking', kind: 'extraAccount', body: { blocked: true } },
  { route: 'POST /accounts/:id/unlocking', kind: 'extraAccount' },
  { route: 'DELETE /accounts/:id/sessions', kind: 'extraAccount' },
  { route: 'DELETE /accounts/:id/second-step', kind: 'extraAccount' },
  { route: 'DELETE /accounts/:id', kind: 'extraAccount' },
  { route: 'PUT /staff/:id/phone', kind: 'staff', body: { phone: '076 123 45 67' } },
  { route: 'GET /dossiers/:id', kind: 'dossier' },
  { route: 'PATCH /dossiers/:id', kind: 'dossier', body: { status: 'closed' } },
  { route: 'PUT /dossiers/:id/staff', kind: 'dossier', body: assignment },
  { route: 'PUT /dossiers/:id/progress-steps', kind: 'dossier', body: progress },
  { route: 'GET /dossiers/:id/documents', kind: 'dossier' },
  { route: 'POST /dossiers/:id/documents', kind: 'dossier', file: true, query: '?shelf=documents' },
  { route: 'POST /dossiers/:id/attachments', kind: 'dossier', file: true },
  { route: 'GET /dossiers/:id/uploads', kind: 'dossier', query: '?for=documents' },
  { route: 'POST /dossiers/:id/uploads', kind: 'dossier', query: '?for=documents', headers: UPLOAD },
  { route: 'GET /uploads/:id', kind: 'deskUpload' },
  { route: 'PATCH /uploads/:id', kind: 'deskUpload', headers: PART },
  { route: 'DELETE /uploads/:id', kind: 'deskUpload' },
  { route: 'GET /dossiers/:id/messages', kind: 'dossier' },
  { route: 'POST /dossiers/:id/messages', kind: 'dossier', body: newMessage() },
  { route: 'GET /dossiers/:id/refused-uploads', kind: 'dossier' },
  { route: 'GET /dossiers/:id/proof', kind: 'dossier' },
  { route: 'GET /dossiers/:id/proof/export', kind: 'dossier' },
  { route: 'GET /documents/:id/view', kind: 'document' },
  { route: 'GET /documents/:id/download', kind: 'document' },
  { route: 'GET /documents/:id/remarks', kind: 'document' },
  { route: 'POST /documents/:id/remarks', kind: 'document', body: remark },
  { route: 'POST /documents/:id/replacement', kind: 'document', file: true },
  { route: 'POST /documents/:id/withdrawal', kind: 'document' },
  { route: 'GET /messages/:id', kind: 'message' },
  { route: 'DELETE /attachments/:id', kind: 'deskAttachment' },
];

/** Asks for the thing with this id. */
export const ask = async (
  who: Browser,
  { route, body, file = false, query = '', headers }: Ask,
  id: string,
): Promise<Answer> => {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(':id', id) + query;
  if (file) return who.upload(address, 'Note.pdf', PDF);
  if (body === undefined) return who.send(method, address, undefined, headers);
  return who.send(method, address, JSON.stringify(body), { 'content-type': 'application/json' });
};
