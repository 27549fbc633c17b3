import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { emailSchema } from '../../contract/common';
import type { OwnEmail } from '../../contract/email-change';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import { useConfirmed } from './confirmation';
import { askEmailChange } from './email-api';

interface Props {
  current: string;
  onAsked: (own: OwnEmail) => void;
  onCancel: () => void;
}

const faultOfEmail = (typed: string, current: string) => {
  const email = emailSchema.safeParse(typed);
  if (!email.success) return 'session.email.error';
  return email.data === current ? 'account.email.same' : null;
};

/** The new address, asked for after who is there was proved again. */
export function EmailForm({ current, onAsked, onCancel }: Props) {
  const intl = useIntl();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [email, setEmail] = useState('');
  const fault = faultOfEmail(email, current);
  const faults = fault === null ? [] : [{ fieldId: 'new-email', text: intl.formatMessage({ id: fault }) }];
  const { list, faultOf, check } = useFormFaults(faults);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      const own = await confirmed(() => askEmailChange(email));
      if (own) onAsked(own);
    });
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id="new-email"
        label={intl.formatMessage({ id: 'account.email.new' })}
        hint={intl.formatMessage({ id: 'account.email.hint' })}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck="false"
        value={email}
        onChange={setEmail}
        error={faultOf('new-email')}
      />
      <div className="dialog-buttons">
        <Button type="submit" kind="primary" data-pending={pending || undefined}>
          <FormattedMessage id="account.email.save" />
        </Button>
        <Button onPress={onCancel}>
          <FormattedMessage id="page.cancel.button" />
        </Button>
      </div>
    </form>
  );
}
