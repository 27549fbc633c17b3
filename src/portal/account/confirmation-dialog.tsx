import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { confirmAccount } from '../api';
import { PasswordField } from '../session/password-field';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';

/** Asks for the password again; answers whether it was the right one, or the reader turned back. */
export function ConfirmationDialog({ onAnswer }: { onAnswer: (isConfirmed: boolean) => void }) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [password, setPassword] = useState('');
  const [isEmpty, setEmpty] = useState(false);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(password === '');
    if (password === '') return;
    void submit(async () => {
      await confirmAccount({ password });
      onAnswer(true);
    });
  };
  return (
    <Dialog title={intl.formatMessage({ id: 'account.confirmation.title' })} onClose={() => onAnswer(false)}>
      <p>
        <FormattedMessage id="account.confirmation.text" />
      </p>
      <form onSubmit={send} noValidate className="form">
        {error && <Notice kind="danger">{errorText(error)}</Notice>}
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
          <Button onPress={() => onAnswer(false)}>
            <FormattedMessage id="page.cancel.button" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
