import { forClient } from '../../../http/routes';

export default {
  routes: [
    forClient('GET', '/dossiers/:id/zip', 'document.zip'),
    forClient('POST', '/dossiers/:id/documents', 'document.upload'),
    forClient('POST', '/dossiers/:id/attachments', 'document.attach'),
    forClient('DELETE', '/attachments/:id', 'document.drop'),
    forClient('DELETE', '/documents/:id', 'document.takeBack'),
    forClient('GET', '/documents/:id/view', 'document.view'),
    forClient('GET', '/documents/:id/download', 'document.download'),
  ],
};
