import { blockingSchema, deskClientListSchema, deskClientSchema, newClientSchema } from '../client';
import { refusedUploadListSchema } from '../document';
import {
  assignmentSchema,
  deskDossierListSchema,
  deskDossierSchema,
  dossierChangeSchema,
  newDossierSchema,
  searchQuerySchema,
} from '../dossier';
import { deskMessageSchema, messageListSchema, newMessageSchema } from '../message';
import { DESK_ACCOUNT_OPERATIONS } from './desk-accounts';
import { DESK_DOCUMENTS } from './desk-documents';
import { DESK_UPLOADS } from './desk-uploads';
import { SECURITY_OPERATIONS } from './desk-security';
import { DESK_PROOF } from './desk-proof';
import { logoSchema, newLogoSchema } from '../firm-logo';
import { firmSettingsChangeSchema, firmSettingsSchema } from '../firm-settings';
import { INVITATION_OPERATIONS } from './desk-invitation';
import type { Operation } from './operation';
import { DESK_PROGRESS } from './desk-progress';
import { DESK_REMARKS } from './remarks';
import { STAFF_OPERATIONS } from './desk-staff';

const SETTINGS: Operation[] = [
  {
    method: 'GET',
    path: '/settings',
    summary: 'How the firm works; for its administrator',
    status: 200,
    answer: firmSettingsSchema,
    errors: ['not-allowed'],
  },
  {
    method: 'PATCH',
    path: '/settings',
    summary: 'Change how the firm works; for its administrator',
    body: firmSettingsChangeSchema,
    status: 200,
    answer: firmSettingsSchema,
    errors: ['not-allowed'],
  },
  {
    method: 'PUT',
    path: '/settings/logo',
    summary: 'Choose the logo that clients see; for the administrator',
    body: newLogoSchema,
    status: 200,
    answer: logoSchema,
    errors: ['not-allowed', 'logo-refused', 'file-infected', 'scanner-unavailable'],
  },
  {
    method: 'DELETE',
    path: '/settings/logo',
    summary: 'Show the name in its place; for the administrator',
    status: 204,
    errors: ['not-allowed'],
  },
];

const CLIENTS: Operation[] = [
  {
    method: 'GET',
    path: '/clients',
    summary: 'The clients one may see',
    query: searchQuerySchema,
    status: 200,
    answer: deskClientListSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/clients',
    summary: 'Create a client, assigned to who asks',
    body: newClientSchema,
    status: 201,
    answer: deskClientSchema,
    errors: ['number-taken'],
  },
  {
    method: 'GET',
    path: '/clients/:id',
    summary: 'One client',
    status: 200,
    answer: deskClientSchema,
    errors: ['not-found'],
  },
  {
    method: 'PUT',
    path: '/clients/:id/blocking',
    summary: 'Block a client, which ends their sessions at once, or let them in again',
    body: blockingSchema,
    status: 200,
    answer: deskClientSchema,
    errors: ['not-found', 'not-invited'],
  },
];

const DOSSIERS: Operation[] = [
  {
    method: 'GET',
    path: '/dossiers',
    summary: 'The dossiers one may see',
    query: searchQuerySchema,
    status: 200,
    answer: deskDossierListSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/dossiers',
    summary: 'Create a dossier, assigned to who asks',
    body: newDossierSchema,
    status: 201,
    answer: deskDossierSchema,
    errors: ['not-found', 'number-taken'],
  },
  {
    method: 'GET',
    path: '/dossiers/:id',
    summary: 'One dossier',
    status: 200,
    answer: deskDossierSchema,
    errors: ['not-found'],
  },
  {
    method: 'PATCH',
    path: '/dossiers/:id',
    summary: 'Keep a dossier up to date: description, status, next step, contact',
    body: dossierChangeSchema,
    status: 200,
    answer: deskDossierSchema,
    errors: ['not-found'],
  },
  {
    method: 'PUT',
    path: '/dossiers/:id/staff',
    summary: 'Say who of the staff sees a dossier',
    body: assignmentSchema,
    status: 200,
    answer: deskDossierSchema,
    errors: ['not-found'],
  },
  {
    method: 'GET',
    path: '/dossiers/:id/refused-uploads',
    summary: 'Files that were turned away',
    status: 200,
    answer: refusedUploadListSchema,
    errors: ['not-found'],
  },
];

const MESSAGES: Operation[] = [
  {
    method: 'GET',
    path: '/dossiers/:id/messages',
    summary: 'The messages of a dossier',
    status: 200,
    answer: messageListSchema,
    errors: ['not-found'],
  },
  {
    method: 'POST',
    path: '/dossiers/:id/messages',
    summary: 'Write to the client, who gets a mail',
    body: newMessageSchema,
    status: 201,
    answer: deskMessageSchema,
    errors: ['not-found', 'too-many-files'],
  },
  {
    method: 'GET',
    path: '/messages/:id',
    summary: 'Open a message; it is new to the firm no more',
    status: 200,
    answer: deskMessageSchema,
    errors: ['not-found'],
  },
];

/** What staff may ask at the desk. */
export const DESK_OPERATIONS: Operation[] = [
  ...SETTINGS,
  ...CLIENTS,
  ...INVITATION_OPERATIONS,
  ...DESK_ACCOUNT_OPERATIONS,
  ...STAFF_OPERATIONS,
  ...DOSSIERS,
  ...DESK_PROGRESS,
  ...DESK_DOCUMENTS,
  ...DESK_UPLOADS,
  ...DESK_PROOF,
  ...DESK_REMARKS,
  ...MESSAGES,
  ...SECURITY_OPERATIONS,
];
