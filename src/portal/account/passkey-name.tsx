import { useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { passkeyNameSchema } from '../../contract/second-step';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import type { TextId } from '../ui/text-id';

interface Props {
  /** The field's own id: several of these may stand on a page. */
  id: string;
  first: string;
  buttonId: TextId;
  send: (label: string) => Promise<void>;
  /** Stands beside the button. */
  children?: ReactNode;
}

/** One field for what its owner calls a passkey. */
export function PasskeyNameForm({ id, first, buttonId, send, children }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [label, setLabel] = useState(first);
  const isGood = passkeyNameSchema.safeParse({ label }).success;
  const fault = { fieldId: id, text: intl.formatMessage({ id: 'passkey.name.error' }) };
  const { list, faultOf, check } = useFormFaults(isGood ? [] : [fault]);

  const sendLabel = (event: FormEvent): void => {
    event.preventDefault();
    if (check()) void submit(() => send(label));
  };
  return (
    <form onSubmit={sendLabel} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id={id}
        label={intl.formatMessage({ id: 'passkey.name.label' })}
        hint={intl.formatMessage({ id: 'passkey.name.hint' })}
        autoComplete="off"
        value={label}
        onChange={setLabel}
        error={faultOf(id)}
      />
      <div className="dialog-buttons">
        <Button type="submit" kind="primary" data-pending={pending || undefined}>
          <FormattedMessage id={buttonId} />
        </Button>
        {children}
      </div>
    </form>
  );
}
