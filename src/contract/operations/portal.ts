import { z } from 'zod';
import { sessionViewSchema } from '../account';
import { dossierListSchema, dossierViewSchema } from '../dossier';
import { faqQuerySchema, faqSchema } from '../faq';
import { firmViewSchema } from '../firm';
import { homeViewSchema } from '../home';
import { newsQuerySchema, newsSchema } from '../news';
import { messageListSchema, messageViewSchema, newMessageSchema } from '../message';
import { accountChangeSchema, accountViewSchema, linkRequestSchema, signInSchema } from '../session';
import { signInAnswerSchema } from '../second-step';
import { ACCOUNT_OPERATIONS } from './account';
import { EXTRA_ACCOUNT_OPERATIONS } from './extra-accounts';
import { ACTIVATION_OPERATIONS } from './activation';
import { CONFIRMATION_OPERATIONS } from './confirmation';
import { EMAIL_CHANGE_OPERATIONS, EMAIL_LINK_OPERATIONS } from './email-change';
import { LOCK_OPERATIONS } from './locks';
import { FILE, type Operation } from './operation';
import { OWN_DATA_OPERATIONS } from './own-data';
import { LINK_PASSWORD_OPERATIONS, OWN_PASSWORD_OPERATIONS } from './password';
import { PORTAL_DOCUMENTS } from './portal-documents';
import { PORTAL_UPLOADS } from './portal-uploads';
import { PORTAL_REMARKS } from './remarks';
import { PASSKEY_OPERATIONS, SECOND_STEP_OPERATIONS } from './second-step';

const nothing = z.strictObject({});

/** What anybody may ask. */
export const OPEN_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/firm',
    summary: 'The firm, as it presents itself',
    status: 200,
    answer: firmViewSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/firm/logo/:version',
    summary: 'Its logo, at the address that the firm names',
    status: 200,
    answer: FILE,
    errors: ['not-found'],
  },
  {
    method: 'GET',
    path: '/faq',
    summary: 'Questions and answers of the help page, in a language',
    query: faqQuerySchema,
    status: 200,
    answer: faqSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/news',
    summary: 'The news of the firm in a language, the latest first',
    query: newsQuerySchema,
    status: 200,
    answer: newsSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/news/feed',
    summary: 'The same as RSS 2.0',
    query: newsQuerySchema,
    status: 200,
    answer: FILE,
    errors: [],
  },
  {
    method: 'POST',
    path: '/session',
    summary: 'Sign in; where the account has a second step, this is the first one',
    body: signInSchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-credentials', 'account-locked', 'busy'],
  },
  {
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, if anybody; does not count as a use of the session',
    status: 200,
    answer: sessionViewSchema,
    errors: [],
  },
  ...ACTIVATION_OPERATIONS,
  {
    method: 'POST',
    path: '/password-reset',
    summary: 'Ask for the link that sets a new password; the answer is the same for everybody',
    body: linkRequestSchema,
    status: 202,
    answer: nothing,
    errors: [],
  },
  ...LINK_PASSWORD_OPERATIONS,
  ...LOCK_OPERATIONS,
  ...EMAIL_LINK_OPERATIONS,
  ...PASSKEY_OPERATIONS,
];

/** What a client who is fully signed in may ask. */
export const CLIENT_OPERATIONS: Operation[] = [
  { method: 'DELETE', path: '/session', summary: 'Sign out, at once', status: 204, errors: [] },
  ...SECOND_STEP_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...EXTRA_ACCOUNT_OPERATIONS,
  ...CONFIRMATION_OPERATIONS,
  ...EMAIL_CHANGE_OPERATIONS,
  {
    method: 'PATCH',
    path: '/account',
    summary: 'Change the own account',
    body: accountChangeSchema,
    status: 200,
    answer: accountViewSchema,
    errors: [],
  },
  ...OWN_PASSWORD_OPERATIONS,
  {
    method: 'GET',
    path: '/home',
    summary: 'What there is, what is to be done, and what was not opened yet, of all own dossiers at once',
    status: 200,
    answer: homeViewSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/dossiers',
    summary: 'The own dossiers',
    status: 200,
    answer: dossierListSchema,
    errors: [],
  },
  {
    method: 'GET',
    path: '/dossiers/:id',
    summary: 'One dossier, with the documents in its tabs',
    status: 200,
    answer: dossierViewSchema,
    errors: ['not-found'],
  },
  ...OWN_DATA_OPERATIONS,
  ...PORTAL_DOCUMENTS,
  ...PORTAL_UPLOADS,
  ...PORTAL_REMARKS,
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
    summary: 'Write to the firm',
    body: newMessageSchema,
    status: 201,
    answer: messageViewSchema,
    errors: ['not-found', 'dossier-closed', 'too-many-files'],
  },
  {
    method: 'GET',
    path: '/messages/:id',
    summary: 'Open a message; counts as opened',
    status: 200,
    answer: messageViewSchema,
    errors: ['not-found'],
  },
];
