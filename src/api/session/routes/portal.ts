import { forClient, forEnrolling, forSignIn, open } from '../../../http/routes';

export default {
  routes: [
    open('POST', '/session', 'session.create'),
    open('GET', '/session', 'session.show'),
    forClient('DELETE', '/session', 'session.end'),
    forClient('POST', '/session/use', 'session.use'),
    forSignIn('GET', '/session/second-step', 'second-step.showSignIn'),
    forSignIn('POST', '/session/second-step', 'second-step.take'),
    forSignIn('POST', '/session/second-step/sms', 'second-step.sendCode'),
    open('POST', '/activation', 'session.requestActivation'),
    open('POST', '/password-reset', 'session.requestReset'),
    open('POST', '/password/rule', 'session.linkRule'),
    forClient('GET', '/account/password-rule', 'session.ownRule'),
    open('POST', '/password', 'session.choosePassword'),
    forClient('PATCH', '/account', 'session.change'),
    forClient('POST', '/account/confirmation', 'account.confirm'),
    forEnrolling('GET', '/account/second-step', 'second-step.show'),
    forEnrolling('POST', '/account/second-step/sms/number', 'second-step.checkNumber'),
    forEnrolling('POST', '/account/second-step/sms', 'second-step.beginSms'),
    forEnrolling('POST', '/account/second-step/sms/confirmation', 'second-step.confirmSms'),
    forClient('DELETE', '/account/second-step/:id', 'second-step.remove'),
    forClient('POST', '/account/recovery-code', 'second-step.makeRecoveryCode'),
    forClient('POST', '/account/recovery-code/mail', 'second-step.mailRecoveryCode'),
  ],
};
