import { forStaff } from '../../http/routes';

export const uploadDeskRoutes = [
  forStaff('POST', '/dossiers/:id/uploads', 'api::upload.desk.begin'),
  forStaff('GET', '/dossiers/:id/uploads', 'api::upload.desk.list'),
  forStaff('GET', '/uploads/:id', 'api::upload.desk.show'),
  forStaff('PATCH', '/uploads/:id', 'api::upload.desk.receive'),
  forStaff('DELETE', '/uploads/:id', 'api::upload.desk.cancel'),
];
