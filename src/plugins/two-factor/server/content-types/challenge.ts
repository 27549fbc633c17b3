/** Table of `plugin::two-factor.challenge`. */
export const CHALLENGES = 'two_factor_challenges';

/** One code that was asked for. The code itself is kept nowhere. */
export const challenge = {
  schema: {
    kind: 'collectionType',
    collectionName: CHALLENGES,
    info: { singularName: 'challenge', pluralName: 'challenges', displayName: 'Second-step challenge' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'two_factor_challenges_subject', columns: ['subject'] }],
    attributes: {
      subject: { type: 'string', required: true, private: true },
      codeHash: { type: 'string', required: true, private: true },
      expiresAt: { type: 'datetime', required: true, private: true },
      triesLeft: { type: 'integer', required: true, private: true },
      usedAt: { type: 'datetime', private: true },
    },
  },
};
