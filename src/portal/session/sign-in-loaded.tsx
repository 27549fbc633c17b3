import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { asPortalError, type PortalError } from '../answer';
import { ButtonLink } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Skeleton } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import type { TextId } from '../ui/text-id';

interface Props<T> {
  load: (signal?: AbortSignal) => Promise<T>;
  headingId: TextId;
  children: (value: T) => ReactNode;
}

/**
 * Draws what a sign-in waits for, asked for once: what it was before is nobody's business after it is complete.
 * Who has no sign-in under way, or one that is over, is led back to the password.
 */
export function SignInLoaded<T>({ load, headingId, children }: Props<T>) {
  const errorText = useErrorText();
  const [state, setState] = useState<{ value: T | null; error: PortalError | null }>({
    value: null,
    error: null,
  });
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      (value) => !abort.signal.aborted && setState({ value, error: null }),
      (thrown: unknown) => !abort.signal.aborted && setState({ value: null, error: asPortalError(thrown) }),
    );
    return () => abort.abort();
  }, [load]);

  if (state.value !== null) return <>{children(state.value)}</>;
  if (state.error === null) return <Skeleton page lines={3} />;
  return (
    <>
      <PageHeading textId={headingId} />
      <Notice kind="warning">{errorText(state.error)}</Notice>
      <ButtonLink to="/sign-in" kind="primary">
        <FormattedMessage id="session.sign-in.link" />
      </ButtonLink>
    </>
  );
}
