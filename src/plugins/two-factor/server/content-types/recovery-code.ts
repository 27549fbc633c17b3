import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.recovery-code`. */
export const RECOVERY_CODES = 'two_factor_recovery_codes';

/** A subject's one recovery code, as a hash. */
export const recoveryCode = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: RECOVERY_CODES,
    info: { singularName: 'recovery-code', pluralName: 'recovery-codes', displayName: 'Recovery code' },
    indexes: [{ name: 'two_factor_recovery_codes_subject', type: 'unique', columns: ['subject'] }],
    attributes: {
      subject: { type: 'string', required: true, private: true },
      codeHash: { type: 'string', required: true, private: true },
      madeAt: { type: 'datetime', required: true, private: true },
    },
  },
};
