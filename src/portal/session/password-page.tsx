import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { PASSWORD_DEMANDS, PASSWORD_MAX, passwordLength } from '../../contract/password';
import { passwordChoiceSchema } from '../../contract/session';
import { choosePassword } from '../api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults, type FieldFault } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useSubmit } from '../ui/submit';
import { useGoOn } from './go-on';
import { LengthHint, PasswordField } from './password-field';
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

const PASSWORD_MIN = PASSWORD_DEMANDS.default.min;

function useFaults(password: string, repeat: string): readonly FieldFault[] {
  const intl = useIntl();
  const length = passwordLength(password);
  const faults: FieldFault[] = [];
  if (length < PASSWORD_MIN)
    faults.push({
      fieldId: 'password',
      text: intl.formatMessage({ id: 'session.password-length.short' }, { min: PASSWORD_MIN }),
    });
  if (length > PASSWORD_MAX)
    faults.push({
      fieldId: 'password',
      text: intl.formatMessage({ id: 'session.password-length.long' }, { max: PASSWORD_MAX }),
    });
  if (password !== repeat)
    faults.push({ fieldId: 'repeat', text: intl.formatMessage({ id: 'session.password-repeat.error' }) });
  return faults;
}

function PasswordForm({ token }: { token: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { settle } = useSession();
  const goOn = useGoOn();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const { list, faultOf, check } = useFormFaults(useFaults(password, repeat));

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      const answer = await choosePassword({ token, password });
      if (answer.state === 'password-changed')
        return navigate('/sign-in', { replace: true, state: { passwordChanged: true } });
      settle(answer);
      goOn(answer);
    });
  };
  if (error?.code === 'link-invalid') {
    return (
      <>
        <Notice kind="danger">{errorText(error)}</Notice>
        <NewLinks />
      </>
    );
  }
  return (
    <form onSubmit={send} noValidate className="form">
      <p>
        <FormattedMessage id="session.password.intro" />
      </p>
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <PasswordField
        id="password"
        label={intl.formatMessage({ id: 'session.password.label' })}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={<LengthHint password={password} />}
        error={faultOf('password')}
      />
      <PasswordField
        id="repeat"
        label={intl.formatMessage({ id: 'session.password-repeat.label' })}
        autoComplete="new-password"
        value={repeat}
        onChange={setRepeat}
        error={faultOf('repeat')}
      />
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
