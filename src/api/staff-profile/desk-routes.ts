import { forStaff } from '../../http/routes';

export const profileDeskRoutes = [forStaff('PUT', '/staff/:id/phone', 'api::staff-profile.desk.keepPhone')];
