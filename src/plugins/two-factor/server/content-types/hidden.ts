/** No table of this plugin is anybody's to look at: not in the content manager, not in its builder. */
export const HIDDEN = {
  options: { draftAndPublish: false },
  pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
};
