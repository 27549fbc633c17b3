import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/account/mails', 'mails.show'),
    forClient('PATCH', '/account/mails', 'mails.change'),
  ],
};
