import type { Core } from '@strapi/strapi';
import type { Kind, MethodKind } from './kind';
import { smsKind } from './sms';

/** Every kind that can be judged; a new one is added here, and nowhere else in this plugin. */
const KINDS: Partial<Record<MethodKind, (strapi: Core.Strapi) => Kind>> = { sms: smsKind };

/** How a kind is judged; nothing where it cannot be. */
export const kindOf = (strapi: Core.Strapi, kind: MethodKind): Kind | undefined => KINDS[kind]?.(strapi);
