import { useCallback, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { isWholeToken } from '../../contract/session';
import { choosePassword, loadLinkRule } from '../api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
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
  // Said before anything is typed, where it is known already; in vain only for who comes back to a used link.
  const stale = [error, rule.error].find((refusal) => refusal?.code === 'link-invalid');
  if (stale && !pending) {
    return (
      <>
        <Notice kind="danger">{errorText(stale)}</Notice>
        <NewLink />
      </>
    );
  }
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

/** Where the link of a forgotten password leads. The token stays in the fragment, which no server sees. */
export function PasswordPage() {
  const token = useLocation().hash.slice(1);
  return (
    <>
      <PageHeading textId="session.password.title" />
      {isWholeToken(token) ? (
        <PasswordForm token={token} />
      ) : (
        <>
          <Notice kind="warning">
            <FormattedMessage id="session.link.incomplete" />
          </Notice>
          <NewLink />
        </>
      )}
    </>
  );
}
