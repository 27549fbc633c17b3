/**
 * What Strapi opens at its first start and the portal does not use: two API tokens (one of them with full
 * access), and registration by anybody. Done at every start, because any of it may come back with an update.
 */
export const closeDefaults = async (): Promise<void> => {
  await removeDefaultTokens();
  await closeRegistration();
};

const DEFAULT_TOKENS = ['Read Only', 'Full Access'];

/** Tokens of these names that nobody has ever seen: Strapi makes them itself, the firm's own have other names. */
const removeDefaultTokens = async (): Promise<void> => {
  await strapi.db.query('admin::api-token').deleteMany({ where: { name: { $in: DEFAULT_TOKENS } } });
};

const closeRegistration = async (): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown> | null;
  await store.set({ key: 'advanced', value: { ...advanced, allow_register: false, unique_email: true } });
};
