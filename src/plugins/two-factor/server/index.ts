import type { Core } from '@strapi/strapi';
import { config } from './config';
import { cap } from './content-types/cap';
import { ceremony } from './content-types/ceremony';
import { challenge } from './content-types/challenge';
import { code } from './content-types/code';
import { method } from './content-types/method';
import { recoveryCode } from './content-types/recovery-code';
import { createAuthenticators } from './services/authenticators';
import { createCaps } from './services/caps';
import { createChallenges } from './services/challenges';
import { createCodes } from './services/codes';
import { createMethods } from './services/methods';
import { createPasskeys } from './services/passkeys';
import { createPhones } from './services/phones';
import { createRecovery } from './services/recovery';
import { createSms } from './services/sms';

type Context = { strapi: Core.Strapi };

export default {
  config,
  contentTypes: { challenge, code, method, 'recovery-code': recoveryCode, cap, ceremony },
  services: {
    challenges: (context: Context) => createChallenges(context),
    codes: (context: Context) => createCodes(context),
    methods: (context: Context) => createMethods(context),
    recovery: (context: Context) => createRecovery(context),
    authenticators: (context: Context) => createAuthenticators(context),
    passkeys: (context: Context) => createPasskeys(context),
    caps: (context: Context) => createCaps(context),
    phones: createPhones,
    sms: createSms,
  },
};
