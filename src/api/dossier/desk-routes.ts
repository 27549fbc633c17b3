import { forStaff } from '../../http/routes';

export const dossierDeskRoutes = [
  forStaff('GET', '/staff', 'api::dossier.desk.staff'),
  forStaff('GET', '/dossiers', 'api::dossier.desk.list'),
  forStaff('POST', '/dossiers', 'api::dossier.desk.create'),
  forStaff('GET', '/dossiers/:id', 'api::dossier.desk.show'),
  forStaff('PATCH', '/dossiers/:id', 'api::dossier.desk.change'),
  forStaff('PUT', '/dossiers/:id/staff', 'api::dossier.desk.assign'),
];
