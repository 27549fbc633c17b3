import { FormattedMessage } from 'react-intl';
import type { PortalError } from '../answer';
import { Button } from './button';
import { useErrorText } from './error-text';
import { PageHeading } from './page-heading';

/** A page that could not be shown, with another try. */
export function Failure({ error, onRetry }: { error: PortalError; onRetry: () => void }) {
  const errorText = useErrorText();
  return (
    <section className="lonely">
      <PageHeading textId="page.failure.title" />
      <p role="alert">{errorText(error)}</p>
      <Button kind="primary" onPress={onRetry}>
        <FormattedMessage id="page.retry.button" />
      </Button>
    </section>
  );
}
