import { forStaff } from '../../http/routes';

export const securityEventDeskRoutes = [forStaff('GET', '/security-events', 'api::security-event.desk.list')];
