import { useCallback, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { passwordChoiceSchema } from '../../contract/session';
import { choosePassword, loadLinkRule } from '../api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useGoOn } from './go-on';
import { NewPasswordFields, useNewPassword } from './new-password-fields';
import { useSession } from './session';

/** The ways to a fresh link, for whoever comes with a stale one. */
const NewLinks = () => (
  <ul className="card-links">
    <li>
      <Link to="/activation">
        <FormattedMessage id="session.link.activation" />
      </Link>
    </li>
    <li>
      <Link to="/forgotten-password">
        <FormattedMessage id="session.link.forgotten" />
      </Link>
    </li>
  </ul>
);

function PasswordForm({ token }: { token: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { settle } = useSession();
  const goOn = useGoOn();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const rule = useResource(useCallback((signal: AbortSignal) => loadLinkRule(token, signal), [token]));
  const chosen = useNewPassword(rule.value);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen.check()) return;
    void submit(async () => {
      const answer = await choosePassword({ token, password: chosen.password });
      if (answer.state === 'password-changed')
        return navigate('/sign-in', { replace: true, state: { passwordChanged: true } });
      settle(answer);
      goOn(answer);
    });
  };
  // Said before anything is typed, where it is known already; in vain only for who comes back to a used link.
  const stale = [error, rule.error].find((refusal) => refusal?.code === 'link-invalid');
  if (stale && !pending) {
    return (
      <>
        <Notice kind="danger">{errorText(stale)}</Notice>
        <NewLinks />
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

/** Where the mailed links lead: choose a password. The token stays in the fragment, which no server sees. */
export function PasswordPage() {
  const token = useLocation().hash.slice(1);
  const whole = passwordChoiceSchema.shape.token.safeParse(token).success;
  return (
    <>
      <PageHeading textId="session.password.title" />
      {whole ? (
        <PasswordForm token={token} />
      ) : (
        <>
          <Notice kind="warning">
            <FormattedMessage id="session.link.incomplete" />
          </Notice>
          <NewLinks />
        </>
      )}
    </>
  );
}
