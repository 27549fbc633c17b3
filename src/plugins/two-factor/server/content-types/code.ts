import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.code`. */
export const CODES = 'two_factor_codes';

/** One code that was sent in a challenge. The code itself is kept nowhere. */
export const code = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: CODES,
    info: { singularName: 'code', pluralName: 'codes', displayName: 'Second-step code' },
    indexes: [
      { name: 'two_factor_codes_challenge', columns: ['challenge'] },
      { name: 'two_factor_codes_expires', columns: ['expires_at'] },
    ],
    attributes: {
      challenge: { type: 'string', required: true, private: true },
      codeHash: { type: 'string', required: true, private: true },
      /** The end of the number, for the one who waits. */
      sentTo: { type: 'string', required: true, private: true },
      /** When the sender took it; empty where nobody knows whether it did. */
      sentAt: { type: 'datetime', private: true },
      expiresAt: { type: 'datetime', required: true, private: true },
    },
  },
};
