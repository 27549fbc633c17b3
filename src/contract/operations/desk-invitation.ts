import { deskClientSchema, invitationSchema } from '../client';
import { FILE, type Operation } from './operation';

/** How staff bring a client into the portal. */
export const INVITATION_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/clients/:id/invitation',
    summary: 'Invite a client to the portal, or invite them again',
    status: 202,
    answer: deskClientSchema,
    body: invitationSchema,
    errors: [
      'not-found',
      'not-allowed',
      'portal-not-chosen',
      'already-active',
      'email-taken',
      'user-name-taken',
    ],
  },
  {
    method: 'DELETE',
    path: '/clients/:id/invitation',
    summary: 'Take an invitation back; its links and codes end',
    status: 200,
    answer: deskClientSchema,
    errors: ['not-found', 'not-allowed', 'not-invited', 'already-active'],
  },
  {
    method: 'POST',
    path: '/clients/:id/invitation/letter',
    summary: 'Write the invitation letter as a PDF, with a new activation code',
    status: 200,
    answer: FILE,
    errors: ['not-found', 'not-invited', 'letter-not-in-use'],
  },
];
