import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/dossiers/:id/messages', 'message.list'),
    forClient('POST', '/dossiers/:id/messages', 'message.send'),
    forClient('GET', '/messages/:id', 'message.show'),
  ],
};
