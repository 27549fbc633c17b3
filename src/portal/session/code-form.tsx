import { useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import type { TextId } from '../ui/text-id';

const KINDS = {
  digits: {
    label: 'second-step.code.label',
    error: 'second-step.code.error',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    isWhole: (typed: string) => /^\d{6}$/.test(typed.replace(/\s/g, '')),
  },
  recovery: {
    label: 'second-step.recovery.label',
    error: 'second-step.recovery.error',
    autoComplete: 'off',
    inputMode: 'text',
    isWhole: (typed: string) => typed.trim() !== '',
  },
} as const;

interface Props {
  kind: keyof typeof KINDS;
  buttonId: TextId;
  /** Sends the code; what it throws stands above the field, and the code stays. */
  send: (code: string) => Promise<void>;
  /** Stands below the button. */
  children?: ReactNode;
}

/** One field for a code: six digits from a phone, or a recovery code. */
export function CodeForm({ kind, buttonId, send, children }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [code, setCode] = useState('');
  const { label, error: fault, autoComplete, inputMode, isWhole } = KINDS[kind];
  const faults = isWhole(code) ? [] : [{ fieldId: 'code', text: intl.formatMessage({ id: fault }) }];
  const { list, faultOf, check } = useFormFaults(faults);

  const sendCode = (event: FormEvent): void => {
    event.preventDefault();
    if (check()) void submit(() => send(code));
  };
  return (
    <form onSubmit={sendCode} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id="code"
        label={intl.formatMessage({ id: label })}
        inputMode={inputMode}
        autoComplete={autoComplete}
        spellCheck="false"
        value={code}
        onChange={setCode}
        error={faultOf('code')}
      />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id={buttonId} />
      </Button>
      {children}
    </form>
  );
}
