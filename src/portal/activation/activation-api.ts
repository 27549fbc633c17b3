import {
  activatedSchema,
  type CodeActivation,
  type LinkActivation,
  openedSchema,
  type Opening,
} from '../../contract/activation';
import { accepted, call } from '../api';

export const askActivation = (email: string) =>
  call(accepted, '/activation', { method: 'POST', body: { email } });
export const openInvitation = (body: Opening) =>
  call(openedSchema, '/activation/opening', { method: 'POST', body });
export const activateByLink = (body: LinkActivation) =>
  call(activatedSchema, '/activation/link', { method: 'POST', body });
export const activateByCode = (body: CodeActivation) =>
  call(activatedSchema, '/activation/code', { method: 'POST', body });
