import { errors } from '@strapi/utils';
import type { Language } from '../contract/common';
import type { ErrorCode } from '../contract/errors';
import { errorText } from '../texts';

/** A refusal on one of Strapi's own routes, in the form in which its panel shows what it is told: 403 and our text. */
export const panelRefusal = (language: Language, code: ErrorCode): Error =>
  new errors.PolicyError(errorText(language, code, {}), { code });
