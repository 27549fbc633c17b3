import { forStaff } from '../../http/routes';

export const documentDeskRoutes = [
  forStaff('GET', '/dossiers/:id/documents', 'api::document.desk.list'),
  forStaff('POST', '/dossiers/:id/documents', 'api::document.desk.publish'),
  forStaff('POST', '/dossiers/:id/attachments', 'api::document.desk.attach'),
  forStaff('DELETE', '/attachments/:id', 'api::document.desk.drop'),
  forStaff('GET', '/dossiers/:id/refused-uploads', 'api::document.desk.refused'),
  forStaff('GET', '/documents/:id/view', 'api::document.desk.view'),
  forStaff('GET', '/documents/:id/download', 'api::document.desk.download'),
  forStaff('POST', '/documents/:id/replacement', 'api::document.desk.replace'),
  forStaff('POST', '/documents/:id/withdrawal', 'api::document.desk.withdraw'),
];
