import { Lock } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import de from './translations/de.json';
import en from './translations/en.json';
import nl from './translations/nl.json';

const texts: Record<string, Record<string, string>> = { en, nl, de };

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'lockout', name: 'lockout' });
    const widget = {
      id: 'locked',
      pluginId: 'lockout',
      icon: Lock,
      title: { id: 'lockout.widget.title', defaultMessage: en['lockout.widget.title'] },
      component: () => import('./widget').then(({ LockedWidget }) => LockedWidget),
      permissions: [{ action: 'plugin::lockout.unlock' }],
    };
    // First on the page, where staff see it without looking for it.
    app.widgets.register((others) => [widget, ...others]);
  },
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.resolve(locales.map((locale) => ({ locale, data: texts[locale] ?? {} }))),
};
