import { forClient } from '../../../http/routes';

export default {
  routes: [forClient('GET', '/dossiers', 'dossier.list'), forClient('GET', '/dossiers/:id', 'dossier.show')],
};
