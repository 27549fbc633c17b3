import { forStaff } from '../../http/routes';

export const proofDeskRoutes = [
  forStaff('GET', '/dossiers/:id/proof', 'api::proof.desk.list'),
  forStaff('GET', '/dossiers/:id/proof/export', 'api::proof.desk.export'),
  forStaff('GET', '/unopened', 'api::proof.desk.unopened'),
];
