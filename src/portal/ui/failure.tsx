import { FormattedMessage } from 'react-intl';
import type { PortalError } from '../answer';
import { Button } from './button';
import { useErrorText } from './error-text';
import { Notice } from './notice';
import { PageHeading } from './page-heading';

interface Props {
  error: PortalError;
  onRetry: () => void;
}

/** A page that could not be shown, with another try. */
export function Failure({ error, onRetry }: Props) {
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

/** A part of a page that could not be shown; the rest stands. */
export function PartFailure({ error, onRetry }: Props) {
  const errorText = useErrorText();
  return (
    <Notice kind="danger">
      <p>{errorText(error)}</p>
      <p>
        <Button onPress={onRetry}>
          <FormattedMessage id="page.retry.button" />
        </Button>
      </p>
    </Notice>
  );
}
