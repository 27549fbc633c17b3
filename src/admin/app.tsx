import { Briefcase, Clock, Faders, Shield, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import de from '../texts/de/desk.json';
import en from '../texts/en/desk.json';
import nl from '../texts/nl/desk.json';

// Strapi's content manager stands at 1 in the menu; staff work in the desk all day, so it comes first.
const FIRST = 0.1;
const SECOND = 0.2;
const THIRD = 0.3;
const FOURTH = 0.4;
const FIFTH = 0.5;

/** A permission that the administrator alone has, unless the firm gives it to others: the server asks again. */
const ADMINISTRATION = [{ action: 'admin::project-settings.update', subject: null }];

/** Strapi advertises its media library above every page; staff of a law firm never meet it. */
const hideAdvertisement = () => {
  // The second part is the installation's own id: none is set, and none is known before the first answer.
  for (const installation of ['undefined', 'false']) {
    localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`, 'true');
  }
};

/** Counts of entries and assets, and who edited which, say nothing to a law firm. */
const SAYS_NOTHING = new Set([
  'key-statistics',
  'last-edited-entries',
  'last-published-entries',
  'chart-entries',
]);

/** Strapi's content manager looks up what a field is called under names of its own. */
const TEMPLATE_FIELD = 'content-manager.content-types.api::progress-template.progress-template';
const withFields = (texts: typeof en) => ({
  ...texts,
  [`${TEMPLATE_FIELD}.name`]: texts['desk.template.name'],
  [`${TEMPLATE_FIELD}.steps`]: texts['desk.template.steps'],
});

export default {
  config: {
    locales: ['nl', 'de'],
    translations: { en: withFields(en), nl: withFields(nl), de: withFields(de) },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    app.widgets.register((widgets) => widgets.filter(({ id }) => !SAYS_NOTHING.has(id)));
    app.addMenuLink({
      to: 'dossiers',
      icon: Briefcase,
      intlLabel: { id: 'desk.menu.dossiers', defaultMessage: en['desk.menu.dossiers'] },
      permissions: [],
      position: FIRST,
      Component: () => import('./dossier/pages').then(({ DossierPages }) => ({ default: DossierPages })),
    });
    app.addMenuLink({
      to: 'clients',
      icon: User,
      intlLabel: { id: 'desk.menu.clients', defaultMessage: en['desk.menu.clients'] },
      permissions: [],
      position: SECOND,
      Component: () => import('./client/pages').then(({ ClientPages }) => ({ default: ClientPages })),
    });
    app.addMenuLink({
      to: 'unopened',
      icon: Clock,
      intlLabel: { id: 'desk.menu.unopened', defaultMessage: en['desk.menu.unopened'] },
      permissions: [],
      position: THIRD,
      Component: () =>
        import('./proof/unopened-page').then(({ UnopenedPage }) => ({ default: UnopenedPage })),
    });
    app.addMenuLink({
      to: 'security',
      icon: Shield,
      intlLabel: { id: 'desk.menu.security', defaultMessage: en['desk.menu.security'] },
      permissions: [],
      position: FOURTH,
      Component: () =>
        import('./security/security-page').then(({ SecurityPage }) => ({ default: SecurityPage })),
    });
    app.addMenuLink({
      to: 'firm',
      icon: Faders,
      intlLabel: { id: 'desk.menu.settings', defaultMessage: en['desk.menu.settings'] },
      permissions: ADMINISTRATION,
      position: FIFTH,
      Component: () =>
        import('./settings/settings-page').then(({ SettingsPage }) => ({ default: SettingsPage })),
    });
  },
  bootstrap() {
    hideAdvertisement();
  },
};
