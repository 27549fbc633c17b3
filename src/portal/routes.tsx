import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router-dom';
import { Outside } from './session/outside';
import { NotFound } from './ui/not-found';

/** Loads a page's code when somebody goes there. */
const page =
  <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  async () => ({ Component: (await load())[name] });

const outside: RouteObject = {
  element: <Outside />,
  children: [
    { path: 'sign-in', lazy: page(() => import('./session/sign-in-page'), 'SignInPage') },
    {
      path: 'forgotten-password',
      lazy: page(() => import('./session/forgotten-password-page'), 'ForgottenPasswordPage'),
    },
    { path: 'activation', lazy: page(() => import('./activation/activation-page'), 'ActivationPage') },
    { path: 'activation/mail', lazy: page(() => import('./activation/mail-request'), 'MailRequest') },
    { path: 'activation/password', lazy: page(() => import('./activation/link-page'), 'LinkPage') },
    { path: 'unlock', lazy: page(() => import('./session/unlock-page'), 'UnlockPage') },
    { path: 'email', lazy: page(() => import('./session/email-page'), 'EmailPage') },
    { path: 'password', lazy: page(() => import('./session/password-page'), 'PasswordPage') },
    { path: 'second-step', lazy: page(() => import('./session/second-step-page'), 'SecondStepPage') },
    {
      path: 'second-step/set-up',
      lazy: page(() => import('./session/second-step-set-up-page'), 'SecondStepSetUpPage'),
    },
  ],
};

const SHELVES = ['correspondence', 'documents', 'provided'] as const;

const documents = SHELVES.map((tab) => ({
  path: tab,
  lazy: async () => {
    const { DocumentsPage } = await import('./document/documents-page');
    return { Component: () => <DocumentsPage tab={tab} /> };
  },
}));

const viewers = SHELVES.map((tab) => ({
  path: `${tab}/:documentId`,
  lazy: async () => {
    const { DocumentPage } = await import('./document/viewer/document-page');
    return { Component: () => <DocumentPage tab={tab} /> };
  },
}));

const dossier: RouteObject = {
  path: 'dossiers/:dossierId',
  lazy: page(() => import('./dossier/dossier-page'), 'DossierPage'),
  children: [
    { index: true, lazy: page(() => import('./dossier/dossier-tabs'), 'FirstTab') },
    {
      lazy: page(() => import('./dossier/dossier-tabs'), 'DossierTabs'),
      children: [
        ...documents,
        { path: 'messages', lazy: page(() => import('./message/messages-page'), 'MessagesPage') },
      ],
    },
    ...viewers,
    { path: 'messages/new', lazy: page(() => import('./message/compose-page'), 'NewMessagePage') },
    { path: 'messages/:messageId', lazy: page(() => import('./message/message-page'), 'MessagePage') },
    {
      path: 'messages/:messageId/attachments/:attachmentId',
      lazy: page(() => import('./message/attachment-page'), 'AttachmentPage'),
    },
    { path: 'messages/:messageId/reply', lazy: page(() => import('./message/compose-page'), 'ReplyPage') },
    { path: '*', element: <NotFound /> },
  ],
};

const inside: RouteObject = {
  lazy: page(() => import('./session/portal-frame'), 'PortalFrame'),
  children: [
    { index: true, lazy: page(() => import('./home/home-page'), 'LandingPage') },
    { path: 'home', lazy: page(() => import('./home/home-page'), 'HomePage') },
    { path: 'actions', lazy: page(() => import('./action/actions-page'), 'ActionsPage') },
    { path: 'dossiers', lazy: page(() => import('./dossier/dossier-list-page'), 'DossierListPage') },
    dossier,
    { path: 'details', lazy: page(() => import('./account/details-page'), 'DetailsPage') },
    { path: 'help', lazy: page(() => import('./faq/help-page'), 'HelpPage') },
    { path: 'news', lazy: page(() => import('./news/news-page'), 'NewsPage') },
    { path: '*', element: <NotFound /> },
  ],
};

/** Every address of the portal: before the sign-in, and behind it or on both sides of it. */
export const PAGES: RouteObject[] = [outside, inside];
