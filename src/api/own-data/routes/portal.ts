import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/account/data', 'own-data.show'),
    forClient('POST', '/account/data/export', 'own-data.export'),
  ],
};
