import { forStaff } from '../../http/routes';

export const firmDeskRoutes = [
  forStaff('GET', '/settings', 'api::firm.desk.show'),
  forStaff('PATCH', '/settings', 'api::firm.desk.change'),
];
