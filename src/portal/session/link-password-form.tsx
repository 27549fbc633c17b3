import { useCallback, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PasswordRule } from '../../contract/password';
import type { PortalError } from '../answer';
import { loadLinkRule } from './link-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { useResource, type Resource } from '../ui/resource';
import { staleLink, StaleLink } from './mailed-link-page';
import { NewPasswordFields, type NewPassword } from './new-password-fields';

/** What a password must be for who holds this link. */
export const useLinkRule = (token: string): Resource<PasswordRule> =>
  useResource(useCallback((signal: AbortSignal) => loadLinkRule(token, signal), [token]));

interface Props {
  chosen: NewPassword;
  rule: Resource<PasswordRule>;
  pending: boolean;
  error: PortalError | null;
  /** Called when nothing is wrong with what was typed. */
  onSend: () => void;
  /** The ways on for whoever comes with a link that is used up or too old. */
  ways: ReactNode;
  /** What else is asked, above the password. */
  children?: ReactNode;
}

/** The end of a mailed link: a password is chosen, or it is said that the link is of no use any more. */
export function LinkPasswordForm({ chosen, rule, pending, error, onSend, ways, children }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.check()) onSend();
  };
  const stale = staleLink(error, rule.error);
  if (stale && !pending) return <StaleLink error={stale} ways={ways} />;
  return (
    <form onSubmit={send} noValidate className="form">
      <p>
        <FormattedMessage id="session.password.intro" />
      </p>
      <FormErrors {...chosen.list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      {children}
      <NewPasswordFields chosen={chosen} label={intl.formatMessage({ id: 'session.password.label' })} />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id="session.password.button" />
      </Button>
    </form>
  );
}
