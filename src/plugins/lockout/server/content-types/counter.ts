/** Table of `plugin::lockout.counter`. */
export const COUNTERS = 'lockout_counters';

/** The attempts of one subject since it last succeeded or was unlocked. */
export const counter = {
  schema: {
    kind: 'collectionType',
    collectionName: COUNTERS,
    info: { singularName: 'counter', pluralName: 'counters', displayName: 'Lockout counter' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      // The counting itself rests on this index: without it two first attempts would be two rows.
      { name: 'lockout_counters_subject', type: 'unique', columns: ['subject'] },
      { name: 'lockout_counters_locked_at', columns: ['locked_at'] },
      { name: 'lockout_counters_last_failure', columns: ['last_failure_at'] },
    ],
    attributes: {
      subject: { type: 'string', required: true, private: true },
      label: { type: 'string', required: true, private: true },
      /** Attempts that were let through to be judged. */
      failures: { type: 'integer', required: true, default: 0, private: true },
      /** Those of them that were judged wrong; the others are still under way, or broke off. */
      judgedWrong: { type: 'integer', required: true, default: 0, private: true },
      /** How often it was locked since it last succeeded or was unlocked: each lock lasts longer than the one before. */
      locks: { type: 'integer', default: 0, private: true },
      /** Whether this counts the attempts of a device that the account knows. */
      isKnown: { type: 'boolean', default: false, private: true },
      lastFailureAt: { type: 'datetime', private: true },
      lastAddress: { type: 'string', private: true },
      lockedAt: { type: 'datetime', private: true },
      /** When the lock ends by itself; empty where only unlocking ends it. Without `lockedAt` it says nothing. */
      lockedUntil: { type: 'datetime', private: true },
    },
  },
};
