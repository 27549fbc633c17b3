import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.ceremony`. */
export const CEREMONIES = 'two_factor_ceremonies';

/** What a device was asked to sign, until it is answered or its time is over. */
export const ceremony = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: CEREMONIES,
    info: { singularName: 'ceremony', pluralName: 'ceremonies', displayName: 'Passkey ceremony' },
    indexes: [
      { name: 'two_factor_ceremonies_challenge', type: 'unique', columns: ['challenge_hash'] },
      { name: 'two_factor_ceremonies_bound_to', columns: ['bound_to'] },
      { name: 'two_factor_ceremonies_expires_at', columns: ['expires_at'] },
    ],
    attributes: {
      challengeHash: { type: 'string', required: true, private: true },
      purpose: { type: 'enumeration', enum: ['make', 'prove'], required: true, private: true },
      /** What may answer it: one pending sign-in, one session, one browser. */
      boundTo: { type: 'string', required: true, private: true },
      expiresAt: { type: 'datetime', required: true, private: true },
    },
  },
};
