import { HIDDEN } from './hidden';

/** Table of `plugin::two-factor.method`. */
export const METHODS = 'two_factor_methods';

/** Something by which a subject proves itself: a number, an authenticator app, a passkey. */
export const method = {
  schema: {
    ...HIDDEN,
    kind: 'collectionType',
    collectionName: METHODS,
    info: { singularName: 'method', pluralName: 'methods', displayName: 'Second-step method' },
    indexes: [
      { name: 'two_factor_methods_subject', columns: ['subject'] },
      { name: 'two_factor_methods_handle', type: 'unique', columns: ['handle'] },
    ],
    attributes: {
      subject: { type: 'string', required: true, private: true },
      kind: { type: 'string', required: true, private: true },
      /** JSON, in the form its kind gives it. */
      data: { type: 'text', required: true, private: true },
      /** By which it is found where nobody has given a name yet: a passkey's credential id. */
      handle: { type: 'text', private: true },
      /** How far it was used: an app's last time step, a device's count. It never goes back. */
      counter: { type: 'biginteger', private: true },
      label: { type: 'string', required: true, private: true },
      /** Empty while it is being set up: then it proves nothing. */
      confirmedAt: { type: 'datetime', private: true },
      lastUsedAt: { type: 'datetime', private: true },
    },
  },
};
