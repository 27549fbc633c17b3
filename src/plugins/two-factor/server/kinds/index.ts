import type { Core } from '@strapi/strapi';
import type { Kind, MethodKind } from './kind';
import { passkeyKind } from './passkey';
import { smsKind } from './sms';
import { totpKind } from './totp';

/** Every kind that can be judged; a new one is added here, and nowhere else in this plugin. */
const KINDS: Record<MethodKind, (strapi: Core.Strapi) => Kind> = {
  sms: smsKind,
  totp: totpKind,
  passkey: passkeyKind,
};

/** How a kind is judged. */
export const kindOf = (strapi: Core.Strapi, kind: MethodKind): Kind => KINDS[kind](strapi);
