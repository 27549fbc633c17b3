import { useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ConfirmationAnswer } from '../../contract/confirmation';
import type { PortalError } from '../answer';
import { confirmAccount } from '../second-step-api';
import { PasswordField } from '../session/password-field';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';

interface Props {
  /** Why it has to be given once more. */
  over: PortalError | null;
  onAnswer: (answer: ConfirmationAnswer) => void;
  /** Stands beside the button. */
  children: ReactNode;
}

/** The password, as the first half of a confirmation. */
export function ConfirmationPassword({ over, onAnswer, children }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [password, setPassword] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const shown = error ?? over;

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(password === '');
    if (password !== '') void submit(async () => onAnswer(await confirmAccount({ password })));
  };
  return (
    <>
      <p>
        <FormattedMessage id="account.confirmation.text" />
      </p>
      <form onSubmit={send} noValidate className="form">
        {shown && <Notice kind="danger">{errorText(shown)}</Notice>}
        <PasswordField
          id="confirmation-password"
          label={intl.formatMessage({ id: 'account.confirmation.label' })}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={isEmpty && password === '' ? intl.formatMessage({ id: 'session.password.error' }) : null}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus anyway, and this is what it asks for
          autoFocus
        />
        <div className="dialog-buttons">
          <Button type="submit" kind="primary" data-pending={pending || undefined}>
            <FormattedMessage id="account.confirmation.button" />
          </Button>
          {children}
        </div>
      </form>
    </>
  );
}
