// The only file that knows fetch and XMLHttpRequest. The contract's schemas parse every answer.
import './without-eval';
import { z } from 'zod';
import {
  ownSessionListSchema,
  SESSION_HEADER,
  sessionViewSchema,
  type PasswordChange,
  type SessionEnds,
} from '../contract/account';
import {
  activatedSchema,
  openedSchema,
  type CodeActivation,
  type LinkActivation,
  type Opening,
} from '../contract/activation';
import {
  attachmentSchema,
  documentListSchema,
  documentViewSchema,
  FILE_NAME_HEADER,
  type ZipChoice,
} from '../contract/document';
import { dossierListSchema, dossierViewSchema } from '../contract/dossier';
import { extraAccountListSchema, extraAccountSchema, type NewAccount } from '../contract/extra-account';
import { firmViewSchema } from '../contract/firm';
import { messageListSchema, messageViewSchema, type NewMessage } from '../contract/message';
import type { Language } from '../contract/common';
import { passwordRuleSchema } from '../contract/password';
import { signInAnswerSchema } from '../contract/second-step';
import { accountViewSchema, type PasswordChoice, type SignIn } from '../contract/session';
import { asPortalError, PortalError, readAnswer } from './answer';

const BASE = '/api/portal';
export const nothing = z.undefined();
const accepted = z.object({});

let tellSignedOut = (): void => {};

/** Calls `listener` whenever the server says that nobody is signed in (any more). */
export const onSignedOut = (listener: () => void): void => {
  tellSignedOut = listener;
};

let tellEnds = (_ends: SessionEnds): void => {};

/** Calls `listener` with how long the session lasts, whenever the server says so. */
export const onSessionEnds = (listener: (ends: SessionEnds) => void): void => {
  tellEnds = listener;
};

const noteSession = (header: string | null): void => {
  const [, idle, overall] = /^idle=(\d+), overall=(\d+)$/.exec(header ?? '') ?? [];
  if (idle && overall) tellEnds({ idle: Number(idle), overall: Number(overall) });
};

/** The language of refusals, read from the page itself so that it is never written twice. */
const spoken = (): string => document.documentElement.lang;

const watch = (error: PortalError): PortalError => {
  if (error.code === 'not-signed-in') tellSignedOut();
  return error;
};

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The part of a file that is wanted, as HTTP writes it: `bytes=0-99`. */
  range?: string;
  signal?: AbortSignal;
}

const send = async (path: string, { method = 'GET', body, range, signal }: Call): Promise<Response> => {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': spoken() };
  if (range !== undefined) headers.Range = range;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new PortalError(signal?.aborted ? 'stopped' : 'unreachable');
  }
};

/** Asks the server; whoever takes the answer reads it. */
export async function ask(path: string, options: Call = {}): Promise<Response> {
  const response = await send(path, options);
  noteSession(response.headers.get(SESSION_HEADER));
  return response;
}

/** The parsed answer; throws what it refuses. */
export async function parsed<T>(schema: z.ZodType<T>, response: Response): Promise<T> {
  try {
    return readAnswer(response.status, await response.text(), schema);
  } catch (thrown) {
    throw watch(asPortalError(thrown));
  }
}

/** Asks the server, and parses its answer. */
export const call = async <T>(schema: z.ZodType<T>, path: string, options: Call = {}): Promise<T> =>
  parsed(schema, await ask(path, options));

/** Asks for a file that is made for the reader; one that breaks off on its way is none. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await ask(path, { method: 'POST' });
  if (!response.ok) return parsed(z.never(), response);
  return response.blob().catch(() => {
    throw new PortalError('unreachable');
  });
}

/** A file on its way; `stop` breaks it off, and `done` then fails with the code 'stopped'. */
export interface Upload<T> {
  done: Promise<T>;
  stop: () => void;
}

/** Sends one file as a raw body; `onProgress` gets the share that has left this device, 0 to 1. */
function upload<T>(
  schema: z.ZodType<T>,
  path: string,
  file: File,
  onProgress: (share: number) => void,
): Upload<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new PortalError('unreachable'));
    request.onabort = () => reject(new PortalError('stopped'));
    request.onload = () => {
      noteSession(request.getResponseHeader(SESSION_HEADER));
      try {
        resolve(readAnswer(request.status, request.responseText, schema));
      } catch (thrown) {
        reject(watch(asPortalError(thrown)));
      }
    };
  });
  request.open('POST', BASE + path);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Accept-Language', spoken());
  request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name));
  request.send(file);
  return { done, stop: () => request.abort() };
}

export const loadFirm = () => call(firmViewSchema, '/firm');

export const stayInSession = () => call(sessionViewSchema, '/session/use', { method: 'POST' });
export const loadSession = () => call(sessionViewSchema, '/session');
export const signIn = (body: SignIn) => call(signInAnswerSchema, '/session', { method: 'POST', body });
export const signOut = () => call(nothing, '/session', { method: 'DELETE' });
export const askActivation = (email: string) =>
  call(accepted, '/activation', { method: 'POST', body: { email } });
export const openInvitation = (body: Opening) =>
  call(openedSchema, '/activation/opening', { method: 'POST', body });
export const activateByLink = (body: LinkActivation) =>
  call(activatedSchema, '/activation/link', { method: 'POST', body });
export const activateByCode = (body: CodeActivation) =>
  call(activatedSchema, '/activation/code', { method: 'POST', body });
export const askPasswordReset = (email: string) =>
  call(accepted, '/password-reset', { method: 'POST', body: { email } });
export const spendUnlockLink = (token: string) =>
  call(nothing, '/unlock', { method: 'POST', body: { token } });
export const loadLinkRule = (token: string, signal?: AbortSignal) =>
  call(passwordRuleSchema, '/password/rule', { method: 'POST', body: { token }, signal });
export const loadOwnRule = (signal?: AbortSignal) =>
  call(passwordRuleSchema, '/account/password-rule', { signal });
export const choosePassword = (body: PasswordChoice) => call(nothing, '/password', { method: 'POST', body });
export const chooseLanguage = (language: Language) =>
  call(accountViewSchema, '/account', { method: 'PATCH', body: { language } });

export const loadDossiers = (signal?: AbortSignal) => call(dossierListSchema, '/dossiers', { signal });
export const loadDossier = (id: string, signal?: AbortSignal) =>
  call(dossierViewSchema, `/dossiers/${encodeURIComponent(id)}`, { signal });

export const loadDocuments = (dossierId: string, signal?: AbortSignal) =>
  call(documentListSchema, `/dossiers/${encodeURIComponent(dossierId)}/documents`, { signal });
export const uploadDocument = (dossierId: string, file: File, onProgress: (share: number) => void) =>
  upload(documentViewSchema, `/dossiers/${encodeURIComponent(dossierId)}/documents`, file, onProgress);
export const takeBackDocument = (id: string) => call(nothing, `/documents/${id}`, { method: 'DELETE' });
export const downloadAddress = (documentId: string): string => `${BASE}/documents/${documentId}/download`;

export const zipAddress = (dossierId: string, which: ZipChoice): string =>
  `${BASE}/dossiers/${dossierId}/zip?which=${which}`;

export const loadMessages = (dossierId: string, signal?: AbortSignal) =>
  call(messageListSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`, { signal });
export const loadMessage = (id: string, signal?: AbortSignal) =>
  call(messageViewSchema, `/messages/${encodeURIComponent(id)}`, { signal });
export const sendMessage = (dossierId: string, body: NewMessage) =>
  call(messageViewSchema, `/dossiers/${encodeURIComponent(dossierId)}/messages`, { method: 'POST', body });
export const uploadAttachment = (dossierId: string, file: File, onProgress: (share: number) => void) =>
  upload(attachmentSchema, `/dossiers/${encodeURIComponent(dossierId)}/attachments`, file, onProgress);
export const dropAttachment = (id: string) => call(nothing, `/attachments/${id}`, { method: 'DELETE' });

export const changePassword = (body: PasswordChange) =>
  call(nothing, '/account/password', { method: 'PUT', body });
export const loadOwnSessions = (signal?: AbortSignal) =>
  call(ownSessionListSchema, '/account/sessions', { signal });
export const endSession = (id: string) => call(nothing, `/account/sessions/${id}`, { method: 'DELETE' });
export const endOtherSessions = () => call(nothing, '/account/sessions', { method: 'DELETE' });

export const loadAccounts = (signal?: AbortSignal) => call(extraAccountListSchema, '/accounts', { signal });
export const addAccount = (body: NewAccount) =>
  call(extraAccountSchema, '/accounts', { method: 'POST', body });
export const deleteAccount = (id: string) => call(nothing, `/accounts/${id}`, { method: 'DELETE' });
