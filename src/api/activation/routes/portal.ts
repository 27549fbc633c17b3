import { open } from '../../../http/routes';

export default {
  routes: [
    open('POST', '/activation', 'activation.requestLink'),
    open('POST', '/activation/opening', 'activation.open'),
    open('POST', '/activation/link', 'activation.byLink'),
    open('POST', '/activation/code', 'activation.byCode'),
  ],
};
