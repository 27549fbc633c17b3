interface Plugin {
  routes: Record<string, unknown>;
}

/**
 * Closes the plugin's whole content API. The portal has its own sign-in, with lockout, single-use links
 * and sessions that end at once; what the plugin offers instead has none of these.
 */
export default (plugin: Plugin): Plugin => {
  plugin.routes['content-api'] = { type: 'content-api', routes: [] };
  return plugin;
};
