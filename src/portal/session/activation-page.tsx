import { askActivation } from '../api';
import { LinkRequest } from './link-request';

/** R4: the invited client enters the own address and gets a link by mail. */
export const ActivationPage = () => (
  <LinkRequest
    texts={{
      title: 'session.activation.title',
      intro: 'session.activation.intro',
      button: 'session.activation.button',
    }}
    ask={askActivation}
  />
);
