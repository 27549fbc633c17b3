import { forStaff } from '../../http/routes';

export const clientDeskRoutes = [
  forStaff('GET', '/clients', 'api::client.desk.list'),
  forStaff('POST', '/clients', 'api::client.desk.create'),
  forStaff('GET', '/clients/:id', 'api::client.desk.show'),
  forStaff('POST', '/clients/:id/invitation', 'api::client.desk.invite'),
  forStaff('PUT', '/clients/:id/blocking', 'api::client.desk.setBlocked'),
  forStaff('DELETE', '/clients/:id/invitation', 'api::client.desk.revoke'),
  forStaff('POST', '/clients/:id/invitation/letter', 'api::client.desk.letter'),
];
