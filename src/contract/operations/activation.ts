import { z } from 'zod';
import {
  activatedSchema,
  codeActivationSchema,
  linkActivationSchema,
  openedSchema,
  openingSchema,
} from '../activation';
import { PASSWORD_FAULTS } from '../password';
import { linkRequestSchema } from '../session';
import type { Operation } from './operation';

const nothing = z.strictObject({});
const CHOICE = ['user-name-taken', 'too-many-tries', 'busy', ...PASSWORD_FAULTS] as const;

/** From an invitation to being signed in; anybody may ask, and learns nothing of who was invited. */
export const ACTIVATION_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/activation',
    summary: 'Ask for the link that activates an invited account; the answer is the same for everybody',
    body: linkRequestSchema,
    status: 202,
    answer: nothing,
    errors: [],
  },
  {
    method: 'POST',
    path: '/activation/opening',
    summary: 'Open an invitation: with which user name it will sign in, where that stands already',
    body: openingSchema,
    status: 200,
    answer: openedSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/activation/link',
    summary: 'Use up the mailed link of an activation (way A); the client is signed in',
    body: linkActivationSchema,
    status: 200,
    answer: activatedSchema,
    errors: ['link-invalid', ...CHOICE],
  },
  {
    method: 'POST',
    path: '/activation/code',
    summary: 'Use up the activation code that the firm has handed over (way B); the client is signed in',
    body: codeActivationSchema,
    status: 200,
    answer: activatedSchema,
    errors: ['code-invalid', ...CHOICE],
  },
];
