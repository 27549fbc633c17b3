import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import de from './translations/de.json';
import en from './translations/en.json';
import nl from './translations/nl.json';

const texts: Record<string, Record<string, string>> = { en, nl, de };

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'virus-scan', name: 'virus-scan' });
    const widget = {
      id: 'uploads',
      pluginId: 'virus-scan',
      icon: Shield,
      title: { id: 'virus-scan.widget.title', defaultMessage: en['virus-scan.widget.title'] },
      component: () => import('./widget').then(({ UploadsWidget }) => UploadsWidget),
      permissions: [{ action: 'plugin::virus-scan.read' }],
    };
    // Of more use here than below Strapi's own widgets: it tells of trouble.
    app.widgets.register((others) => [widget, ...others]);
  },
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.resolve(locales.map((locale) => ({ locale, data: texts[locale] ?? {} }))),
};
