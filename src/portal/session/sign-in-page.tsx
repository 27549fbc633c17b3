import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';
import { z } from 'zod';
import { emailSchema } from '../../contract/common';
import type { SignInAnswer } from '../../contract/second-step';
import { typedUserNameSchema } from '../../contract/user-name';
import { useFirm } from '../firm/firm';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults, type FieldFault } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import { useGoOn } from './go-on';
import { PasskeySignIn } from './passkey-sign-in';
import { PasswordField } from './password-field';
import { useSession } from './session';

const arrivalSchema = z.object({
  /** Where the reader wanted to go; our own paths only, as the router stored them. */
  from: z.string().startsWith('/').optional(),
  passwordChanged: z.boolean().optional(),
  unlocking: z.boolean().optional(),
});

/** What the reader should know before signing in. */
function ArrivalNotice({ passwordChanged, unlocking }: z.infer<typeof arrivalSchema>) {
  const { state } = useSession();
  if (passwordChanged) {
    return (
      <Notice kind="success">
        <FormattedMessage id="session.password.changed" />
      </Notice>
    );
  }
  if (unlocking) {
    return (
      <Notice kind="info">
        <FormattedMessage id="session.unlock.done" />
      </Notice>
    );
  }
  if (state !== 'left' && state !== 'expired') return null;
  return (
    <Notice kind="info">
      <FormattedMessage id={state === 'left' ? 'session.sign-out.done' : 'session.expired.text'} />
    </Notice>
  );
}

/** The user name's field, in the words of what the firm's clients sign in with (R6). */
const USER_NAME = {
  email: { label: 'session.email.label', error: 'session.email.error', inputMode: 'email' },
  chosen: { label: 'session.user-name.label', error: 'session.user-name.error', inputMode: 'text' },
  given: { label: 'session.user-name.label', error: 'session.user-name.error', inputMode: 'text' },
} as const;

/** Half an address is a slip of the pen; without its @ it may be a user name of an earlier time. */
const isUserName = (typed: string): boolean =>
  (typed.includes('@') ? emailSchema : typedUserNameSchema).safeParse(typed).success;

function useFaults(userName: string, password: string): readonly FieldFault[] {
  const intl = useIntl();
  const { userNames } = useFirm();
  const faults: FieldFault[] = [];
  if (!isUserName(userName))
    faults.push({ fieldId: 'userName', text: intl.formatMessage({ id: USER_NAME[userNames].error }) });
  if (password === '')
    faults.push({ fieldId: 'password', text: intl.formatMessage({ id: 'session.password.error' }) });
  return faults;
}

function SignInForm({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const intl = useIntl();
  const session = useSession();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const { label, inputMode } = USER_NAME[useFirm().userNames];
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const { list, faultOf, check } = useFormFaults(useFaults(userName, password));

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      onAnswer(await session.signIn({ userName, password }));
    });
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id="userName"
        label={intl.formatMessage({ id: label })}
        inputMode={inputMode}
        autoComplete="username"
        spellCheck="false"
        value={userName}
        onChange={setUserName}
        error={faultOf('userName')}
      />
      <PasswordField
        id="password"
        label={intl.formatMessage({ id: 'session.password.label' })}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={faultOf('password')}
      />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id={pending ? 'session.sign-in.pending' : 'session.sign-in.button'} />
      </Button>
    </form>
  );
}

/** Sign-in, with the firm's name, number and the two ways to a password. */
export function SignInPage() {
  const firm = useFirm();
  const goOn = useGoOn();
  const location = useLocation();
  const arrival = arrivalSchema.safeParse(location.state ?? {}).data ?? {};
  const title = useIntl().formatMessage({ id: 'session.sign-in.button' });
  return (
    <>
      <PageHeading textId="session.sign-in.title" values={{ firm: firm.name }} title={title} />
      <ArrivalNotice {...arrival} />
      <SignInForm onAnswer={(answer) => goOn(answer, arrival.from)} />
      <PasskeySignIn onAnswer={(answer) => goOn(answer, arrival.from)} />
      <ul className="card-links">
        <li>
          <Link to="/forgotten-password">
            <FormattedMessage id="session.forgotten.link" />
          </Link>
        </li>
        <li>
          <Link to="/activation">
            <FormattedMessage id="session.activation.link" />
          </Link>
        </li>
      </ul>
    </>
  );
}
