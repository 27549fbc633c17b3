import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.cap`. */
export const CAPS = 'two_factor_caps';

/** How often something was done in a stretch of time. */
export const cap = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: CAPS,
    info: { singularName: 'cap', pluralName: 'caps', displayName: 'Second-step cap' },
    indexes: [
      // The counting rests on this index: without it two first times would be two rows.
      { name: 'two_factor_caps_key', type: 'unique', columns: ['key'] },
      { name: 'two_factor_caps_ends', columns: ['ends_at'] },
    ],
    attributes: {
      key: { type: 'string', required: true, private: true },
      count: { type: 'integer', required: true, private: true },
      endsAt: { type: 'datetime', required: true, private: true },
    },
  },
};
