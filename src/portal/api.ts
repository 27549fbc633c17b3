// The only file that knows fetch. The contract's schemas parse every answer.
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
import type { ZipChoice } from '../contract/document';
import { dossierListSchema, dossierViewSchema } from '../contract/dossier';
import { extraAccountListSchema, extraAccountSchema, type NewAccount } from '../contract/extra-account';
import { firmViewSchema } from '../contract/firm';
import type { Language } from '../contract/common';
import { passwordRuleSchema } from '../contract/password';
import { signInAnswerSchema } from '../contract/second-step';
import { uploadListSchema, type UploadWay } from '../contract/upload';
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
export const spoken = (): string => document.documentElement.lang;

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

/** What was said to a request that went another way than `ask`. */
export function heard<T>(schema: z.ZodType<T>, status: number, text: string, session: string | null): T {
  noteSession(session);
  try {
    return readAnswer(status, text, schema);
  } catch (thrown) {
    throw watch(asPortalError(thrown));
  }
}

/** The parsed answer; throws what it refuses. */
export const parsed = async <T>(schema: z.ZodType<T>, response: Response): Promise<T> =>
  heard(schema, response.status, await response.text(), response.headers.get(SESSION_HEADER));

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

export const uploadsAddress = (dossierId: string, way: UploadWay): string =>
  `${BASE}/dossiers/${encodeURIComponent(dossierId)}/uploads?for=${way}`;
export const uploadAddress = (id: string): string => `${BASE}/uploads/${id}`;
export const loadUploads = (dossierId: string, way: UploadWay) =>
  call(uploadListSchema, `/dossiers/${encodeURIComponent(dossierId)}/uploads?for=${way}`);
export const takeBackDocument = (id: string) => call(nothing, `/documents/${id}`, { method: 'DELETE' });
export const downloadAddress = (documentId: string): string => `${BASE}/documents/${documentId}/download`;

export const zipAddress = (dossierId: string, which: ZipChoice): string =>
  `${BASE}/dossiers/${dossierId}/zip?which=${which}`;

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
