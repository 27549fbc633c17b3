import { useCallback, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router-dom';
import { choosePassword, loadLinkRule } from '../api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { MailedLinkPage, staleLink, StaleLink } from './mailed-link-page';
import { NewPasswordFields, useNewPassword } from './new-password-fields';

/** The way to a fresh link, for whoever comes with a stale one. */
const NewLink = () => (
  <p className="card-links">
    <Link to="/forgotten-password">
      <FormattedMessage id="session.link.forgotten" />
    </Link>
  </p>
);

function PasswordForm({ token }: { token: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const rule = useResource(useCallback((signal: AbortSignal) => loadLinkRule(token, signal), [token]));
  const chosen = useNewPassword(rule.value);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen.check()) return;
    void submit(async () => {
      await choosePassword({ token, password: chosen.password });
      navigate('/sign-in', { replace: true, state: { passwordChanged: true } });
    });
  };
  const stale = staleLink(error, rule.error);
  if (stale && !pending) return <StaleLink error={stale} ways={<NewLink />} />;
  return (
    <form onSubmit={send} noValidate className="form">
      <p>
        <FormattedMessage id="session.password.intro" />
      </p>
      <FormErrors {...chosen.list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <NewPasswordFields chosen={chosen} label={intl.formatMessage({ id: 'session.password.label' })} />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id="session.password.button" />
      </Button>
    </form>
  );
}

/** Where the link of a forgotten password leads. */
export function PasswordPage() {
  return <MailedLinkPage ways={<NewLink />}>{(token) => <PasswordForm token={token} />}</MailedLinkPage>;
}
