import { forStaff } from '../../http/routes';

export const messageDeskRoutes = [
  forStaff('GET', '/dossiers/:id/messages', 'api::message.desk.list'),
  forStaff('POST', '/dossiers/:id/messages', 'api::message.desk.send'),
  forStaff('GET', '/messages/:id', 'api::message.desk.show'),
];
