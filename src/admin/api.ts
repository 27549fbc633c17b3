import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import {
  deskClientListSchema,
  deskClientSchema,
  type InvitationWish,
  type NewClient,
} from '../contract/client';
import { deskAccountListSchema } from '../contract/desk-account';
import { deskDocumentListSchema, deskDocumentSchema, refusedUploadListSchema } from '../contract/document';
import {
  deskDossierListSchema,
  deskDossierSchema,
  staffListSchema,
  type DossierChange,
  type NewDossier,
} from '../contract/dossier';
import { firmViewSchema } from '../contract/firm';
import { logoSchema } from '../contract/firm-logo';
import { firmSettingsSchema, type FirmSettingsChange } from '../contract/firm-settings';
import { deskMessageSchema, messageListSchema, type NewMessage } from '../contract/message';
import { progressListSchema, type ProgressChange } from '../contract/progress-step';
import { progressTemplateListSchema } from '../contract/progress-template';
import { deskRemarkThreadSchema, remarkViewSchema, type NewRemark } from '../contract/remark';
import { securityEventListSchema } from '../contract/security-event';
import { staffPhoneSchema, type StaffPhone } from '../contract/staff-profile';
import type { Language } from '../contract/common';
import { uploadListSchema, type DeskUploadPurpose } from '../contract/upload';
import { sending, type Send } from '../sending/upload';
import { proofPageSchema, unopenedPageSchema } from '../contract/proof';
import { transport, type Caller } from './transport';

// `params` of the fetch client are not percent-encoded, so the query is written out here.
const search = (query: string): string => new URLSearchParams({ query }).toString();

/** An answer without a body. */
const nothing = z.unknown();

const deskOver = (caller: Caller) => {
  const { get, post, patch, put, remove, blob, postForBlob, part, line, address } = transport(caller);
  return {
    clients: async (query: string) =>
      (await get(`/desk/clients?${search(query)}`, deskClientListSchema)).clients,
    client: (id: string) => get(`/desk/clients/${id}`, deskClientSchema),
    createClient: (client: NewClient) => post('/desk/clients', deskClientSchema, client),
    setBlocked: (clientId: string, blocked: boolean) =>
      put(`/desk/clients/${clientId}/blocking`, deskClientSchema, { blocked }),
    accounts: async (clientId: string) =>
      (await get(`/desk/clients/${clientId}/accounts`, deskAccountListSchema)).accounts,
    setAccountBlocked: (id: string, blocked: boolean) =>
      put(`/desk/accounts/${id}/blocking`, nothing, { blocked }),
    unlockAccount: (id: string) => post(`/desk/accounts/${id}/unlocking`, nothing),
    endAccountSessions: (id: string) => remove(`/desk/accounts/${id}/sessions`),
    resetSecondStep: (id: string) => remove(`/desk/accounts/${id}/second-step`),
    deleteAccount: (id: string) => remove(`/desk/accounts/${id}`),
    invite: (clientId: string, wish: InvitationWish) =>
      post(`/desk/clients/${clientId}/invitation`, deskClientSchema, wish),
    revokeInvitation: (clientId: string) => remove(`/desk/clients/${clientId}/invitation`),
    writeLetter: (clientId: string) => postForBlob(`/desk/clients/${clientId}/invitation/letter`),

    dossiers: async (query: string) =>
      (await get(`/desk/dossiers?${search(query)}`, deskDossierListSchema)).dossiers,
    dossier: (id: string) => get(`/desk/dossiers/${id}`, deskDossierSchema),
    changeDossier: (id: string, change: DossierChange) =>
      patch(`/desk/dossiers/${id}`, deskDossierSchema, change),
    createDossier: (dossier: NewDossier) => post('/desk/dossiers', deskDossierSchema, dossier),
    assign: (dossierId: string, staffIds: string[]) =>
      put(`/desk/dossiers/${dossierId}/staff`, deskDossierSchema, { staffIds }),
    keepProgress: (dossierId: string, change: ProgressChange) =>
      put(`/desk/dossiers/${dossierId}/progress-steps`, progressListSchema, change),
    keepPhone: (staffId: string, change: StaffPhone) =>
      put(`/desk/staff/${staffId}/phone`, staffPhoneSchema, change),
    progressTemplates: async () =>
      (await get('/desk/progress-templates', progressTemplateListSchema)).templates,
    staff: async () => (await get('/desk/staff', staffListSchema)).staff,

    documents: async (dossierId: string) =>
      (await get(`/desk/dossiers/${dossierId}/documents`, deskDocumentListSchema)).documents,
    /** Sends files in parts: to publish them under a tab or in the place of a document, or for a message. */
    sendTo: <T>(dossierId: string, purpose: DeskUploadPurpose, schema: z.ZodType<T>): Send<T> => {
      const begin = `/desk/dossiers/${dossierId}/uploads?${new URLSearchParams({ ...purpose }).toString()}`;
      const left = async () => (await get(begin, uploadListSchema)).uploads;
      const one = (id: string) => address(`/desk/uploads/${id}`);
      return sending({ line, schema, begin: address(begin), address: one, left });
    },
    withdraw: (documentId: string) => post(`/desk/documents/${documentId}/withdrawal`, deskDocumentSchema),
    /** Looked at here; it counts for nobody. */
    part: (documentId: string, first: number, end: number, signal?: AbortSignal) =>
      part(`/desk/documents/${documentId}/view`, first, end, signal),
    download: (documentId: string) => blob(`/desk/documents/${documentId}/download`),
    refusedUploads: async (dossierId: string) =>
      (await get(`/desk/dossiers/${dossierId}/refused-uploads`, refusedUploadListSchema)).refusals,

    remarks: (documentId: string) => get(`/desk/documents/${documentId}/remarks`, deskRemarkThreadSchema),
    remark: (documentId: string, remark: NewRemark) =>
      post(`/desk/documents/${documentId}/remarks`, remarkViewSchema, remark),

    proof: (dossierId: string, before?: number) =>
      get(
        `/desk/dossiers/${dossierId}/proof${before === undefined ? '' : `?before=${before}`}`,
        proofPageSchema,
      ),
    exportProof: (dossierId: string, language: Language) =>
      blob(`/desk/dossiers/${dossierId}/proof/export?language=${language}`),
    unopened: (after?: string) =>
      get(`/desk/unopened${after === undefined ? '' : `?after=${after}`}`, unopenedPageSchema),

    messages: async (dossierId: string) =>
      (await get(`/desk/dossiers/${dossierId}/messages`, messageListSchema)).messages,
    settings: () => get('/desk/settings', firmSettingsSchema),
    firm: () => get('/api/portal/firm', firmViewSchema),
    setLogo: (content: string) => put('/desk/settings/logo', logoSchema, { content }),
    removeLogo: () => remove('/desk/settings/logo'),
    changeSettings: (change: FirmSettingsChange) => patch('/desk/settings', firmSettingsSchema, change),

    securityEvents: (query: string) => get(`/desk/security-events?${query}`, securityEventListSchema),

    message: (id: string) => get(`/desk/messages/${id}`, deskMessageSchema),
    write: (dossierId: string, message: NewMessage) =>
      post(`/desk/dossiers/${dossierId}/messages`, deskMessageSchema, message),
    detach: (attachmentId: string) => remove(`/desk/attachments/${attachmentId}`),
  };
};

export type Desk = ReturnType<typeof deskOver>;

/** The desk's server as functions; each rejects with a `Refusal` where the server said no. */
export const useDesk = (): Desk => {
  const client = useFetchClient();
  const { locale } = useIntl();
  const bearer = useRef<string | null>(null);
  bearer.current = useAuth('Desk', ({ token }) => token);
  return useMemo(() => deskOver({ client, language: locale, token: () => bearer.current }), [client, locale]);
};
