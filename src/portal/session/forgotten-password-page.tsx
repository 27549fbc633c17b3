import { askPasswordReset } from './link-api';
import { LinkRequest } from './link-request';

/** R10: a link to choose a new password, by mail. */
export const ForgottenPasswordPage = () => (
  <LinkRequest
    texts={{
      title: 'session.forgotten.title',
      intro: 'session.forgotten.intro',
      button: 'session.forgotten.button',
    }}
    ask={askPasswordReset}
  />
);
