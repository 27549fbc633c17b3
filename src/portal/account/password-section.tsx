import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changePassword } from './account-api';
import { loadOwnRule } from '../session/link-api';
import { NewPasswordFields, useNewPassword } from '../session/new-password-fields';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useConfirmed } from './confirmation';
import { Section } from './section';

function PasswordForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const intl = useIntl();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const chosen = useNewPassword(useResource(loadOwnRule).value);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen.check()) return;
    void submit(async () => {
      const done = await confirmed(async () => {
        await changePassword({ password: chosen.password });
        return true;
      });
      if (done) onDone();
    });
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...chosen.list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <NewPasswordFields chosen={chosen} label={intl.formatMessage({ id: 'account.password.new' })} />
      <div className="dialog-buttons">
        <Button type="submit" kind="primary" data-pending={pending || undefined}>
          <FormattedMessage id="account.password.save" />
        </Button>
        <Button onPress={onCancel}>
          <FormattedMessage id="page.cancel.button" />
        </Button>
      </div>
    </form>
  );
}

/** The password, changed after it was given once more. */
export function PasswordSection() {
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  return (
    <Section id="password-section" titleId="session.password.label">
      <p>
        <FormattedMessage id="account.password.text" />
      </p>
      {state === 'done' && (
        <Notice kind="success">
          <FormattedMessage id="account.password.done" />
        </Notice>
      )}
      {state === 'open' ? (
        <PasswordForm onDone={() => setState('done')} onCancel={() => setState('closed')} />
      ) : (
        <Button onPress={() => setState('open')}>
          <FormattedMessage id="account.password.button" />
        </Button>
      )}
    </Section>
  );
}
