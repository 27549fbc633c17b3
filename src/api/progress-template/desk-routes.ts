import { forStaff } from '../../http/routes';

export const templateDeskRoutes = [
  forStaff('GET', '/progress-templates', 'api::progress-template.desk.list'),
];
