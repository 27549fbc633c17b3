import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.challenge`. */
export const CHALLENGES = 'two_factor_challenges';

/** One occasion on which a subject is to prove itself, with the tries that are left. */
export const challenge = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: CHALLENGES,
    info: { singularName: 'challenge', pluralName: 'challenges', displayName: 'Second-step challenge' },
    indexes: [
      { name: 'two_factor_challenges_document', columns: ['document_id'] },
      { name: 'two_factor_challenges_expires', columns: ['expires_at'] },
    ],
    attributes: {
      subject: { type: 'string', required: true, private: true },
      expiresAt: { type: 'datetime', required: true, private: true },
      triesLeft: { type: 'integer', required: true, private: true },
    },
  },
};
