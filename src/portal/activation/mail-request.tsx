import { askActivation } from './activation-api';
import { LinkRequest } from '../session/link-request';

/** R4: the invited client enters the own address and gets a link by mail. */
export const MailRequest = () => (
  <LinkRequest
    texts={{
      title: 'activation.mail.title',
      intro: 'activation.mail.intro',
      button: 'activation.mail.button',
    }}
    ask={askActivation}
  />
);
