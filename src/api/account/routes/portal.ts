import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/accounts', 'account.list'),
    forClient('POST', '/accounts', 'account.add'),
    forClient('DELETE', '/accounts/:id', 'account.remove'),
  ],
};
