import { open } from '../../../http/routes';

export default {
  routes: [open('GET', '/firm', 'firm.show'), open('GET', '/firm/logo/:version', 'logo.show')],
};
