import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import de from './translations/de.json';
import en from './translations/en.json';
import nl from './translations/nl.json';

const texts: Record<string, Record<string, string>> = { en, nl, de };

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'virus-scan', name: 'virus-scan' });
    // One for each right: Strapi shows a widget only to who has all the rights that it names.
    const health = {
      id: 'health',
      pluginId: 'virus-scan',
      icon: Shield,
      title: { id: 'virus-scan.health.title', defaultMessage: en['virus-scan.health.title'] },
      component: () => import('./scanner-health').then(({ ScannerHealth }) => ScannerHealth),
      permissions: [{ action: 'plugin::virus-scan.health' }],
    };
    const refusals = {
      id: 'refusals',
      pluginId: 'virus-scan',
      icon: Shield,
      title: { id: 'virus-scan.refusals.title', defaultMessage: en['virus-scan.refusals.title'] },
      component: () => import('./refused-files').then(({ RefusedFiles }) => RefusedFiles),
      permissions: [{ action: 'plugin::virus-scan.refusals' }],
    };
    // Of more use here than below Strapi's own widgets: they tell of trouble.
    app.widgets.register((others) => [health, refusals, ...others]);
  },
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.resolve(locales.map((locale) => ({ locale, data: texts[locale] ?? {} }))),
};
