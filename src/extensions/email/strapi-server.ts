interface Plugin {
  routes: Record<string, unknown>;
}

/**
 * Closes the plugin's routes, for the panel and for programs: by them whoever is signed in could send anything to
 * anybody in the firm's name. The portal's mails go by its outbox alone, which asks the plugin's service.
 */
export default (plugin: Plugin): Plugin => {
  plugin.routes = {};
  return plugin;
};
