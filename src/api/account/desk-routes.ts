import { forStaff } from '../../http/routes';

export const accountDeskRoutes = [
  forStaff('GET', '/clients/:id/accounts', 'api::account.desk.list'),
  forStaff('PUT', '/accounts/:id/blocking', 'api::account.desk.setBlocked'),
  forStaff('POST', '/accounts/:id/unlocking', 'api::account.desk.unlock'),
  forStaff('DELETE', '/accounts/:id/sessions', 'api::account.desk.endSessions'),
  forStaff('DELETE', '/accounts/:id/second-step', 'api::account.desk.resetSecondStep'),
  forStaff('DELETE', '/accounts/:id', 'api::account.desk.remove'),
];
