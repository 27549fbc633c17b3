import { forStaff } from '../../http/routes';

export const remarkDeskRoutes = [
  forStaff('GET', '/documents/:id/remarks', 'api::remark.desk.list'),
  forStaff('POST', '/documents/:id/remarks', 'api::remark.desk.write'),
];
