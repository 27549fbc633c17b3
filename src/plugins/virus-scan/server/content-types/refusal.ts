/** Table of `plugin::virus-scan.refusal`. */
export const REFUSALS = 'virus_scan_refusals';

/** One file that was not taken. Who reads it is decided by the routes: it is in no manager and no API. */
export const refusal = {
  schema: {
    kind: 'collectionType',
    collectionName: REFUSALS,
    info: { singularName: 'refusal', pluralName: 'refusals', displayName: 'Refused upload' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'virus_scan_refusals_scope_time', columns: ['scope', 'refused_at'] },
      { name: 'virus_scan_refusals_time', columns: ['refused_at'] },
    ],
    attributes: {
      refusedAt: { type: 'datetime', required: true, private: true },
      actor: { type: 'string', required: true, private: true },
      scope: { type: 'string', required: true, private: true },
      name: { type: 'string', required: true, private: true },
      size: { type: 'biginteger', required: true, private: true },
      sha256: { type: 'string', required: true, private: true },
      reason: { type: 'string', required: true, private: true },
      signature: { type: 'string', private: true },
    },
  },
};
