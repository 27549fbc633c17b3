import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('POST', '/dossiers/:id/uploads', 'upload.begin'),
    forClient('GET', '/dossiers/:id/uploads', 'upload.list'),
    forClient('GET', '/uploads/:id', 'upload.show'),
    forClient('PATCH', '/uploads/:id', 'upload.receive'),
    forClient('DELETE', '/uploads/:id', 'upload.cancel'),
  ],
};
