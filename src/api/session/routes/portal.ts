import { forClient, open } from '../../../http/routes';

export default {
  routes: [
    open('POST', '/session', 'session.create'),
    open('GET', '/session', 'session.show'),
    forClient('DELETE', '/session', 'session.end'),
    forClient('POST', '/session/use', 'session.use'),
    open('POST', '/activation', 'session.requestActivation'),
    open('POST', '/password-reset', 'session.requestReset'),
    open('POST', '/password', 'session.choosePassword'),
    forClient('PATCH', '/account', 'session.change'),
    forClient('POST', '/account/confirmation', 'account.confirm'),
  ],
};
