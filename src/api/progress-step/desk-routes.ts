import { forStaff } from '../../http/routes';

export const progressDeskRoutes = [
  forStaff('PUT', '/dossiers/:id/progress-steps', 'api::progress-step.desk.keep'),
];
