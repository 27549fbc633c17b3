import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/documents/:id/remarks', 'remark.list'),
    forClient('POST', '/documents/:id/remarks', 'remark.write'),
  ],
};
