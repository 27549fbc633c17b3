import { forStaff } from '../../http/routes';

export const firmDeskRoutes = [
  forStaff('GET', '/settings', 'api::firm.desk.show'),
  forStaff('PATCH', '/settings', 'api::firm.desk.change'),
  forStaff('PUT', '/settings/logo', 'api::firm.logo.set'),
  forStaff('DELETE', '/settings/logo', 'api::firm.logo.remove'),
];
