import { FormattedMessage } from 'react-intl';
import { ButtonLink } from './button';
import { PageHeading } from './page-heading';

/** What is missing, withdrawn or another's: all the same to the reader. */
export const NotFound = () => (
  <section className="lonely">
    <PageHeading textId="page.not-found.title" />
    <p>
      <FormattedMessage id="page.not-found.text" />
    </p>
    <ButtonLink kind="primary" to="/dossiers">
      <FormattedMessage id="page.home.link" />
    </ButtonLink>
  </section>
);
