import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SmsBegun } from '../../contract/second-step';
import { beginSms, checkNumber, confirmSms } from '../second-step-api';
import { CodeForm } from '../session/code-form';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import { atOnce, type Act, type SetUpProps } from './set-up';

const EXAMPLE = '31612345678';

interface NumberProps {
  confirmed: Act;
  onBegun: (begun: SmsBegun) => void;
}

/** The number as it was meant is shown before anything is sent to it (R24). */
function NumberForm({ confirmed, onBegun }: NumberProps) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [number, setNumber] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const fault = { fieldId: 'number', text: intl.formatMessage({ id: 'second-step.number.error' }) };
  const { list, faultOf, check } = useFormFaults(number.trim() === '' ? [fault] : []);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      const checked = await checkNumber(number);
      if (checked.number !== number.trim()) {
        setNumber(checked.number);
        setShown(checked.shown);
        return;
      }
      const begun = await confirmed(() => beginSms(checked.number));
      if (begun) onBegun(begun);
    });
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      {shown !== null && (
        <Notice kind="info">
          <FormattedMessage id="second-step.number.corrected" values={{ number: shown }} />
        </Notice>
      )}
      <TextField
        id="number"
        label={intl.formatMessage({ id: 'second-step.number.label' })}
        hint={intl.formatMessage({ id: 'second-step.number.hint' }, { example: EXAMPLE })}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={number}
        onChange={(typed) => {
          setNumber(typed);
          setShown(null);
        }}
        error={faultOf('number')}
      />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id="second-step.number.button" />
      </Button>
    </form>
  );
}

/** A number becomes a second step: number, code, done. */
export function SmsSetUp({ onAdded, confirmed = atOnce }: SetUpProps) {
  const [begun, setBegun] = useState<SmsBegun | null>(null);
  if (begun === null) return <NumberForm confirmed={confirmed} onBegun={setBegun} />;
  return (
    <>
      <p role="status">
        <FormattedMessage id="second-step.sms.sent" values={{ number: begun.sentTo.replace(/\D/g, '') }} />
      </p>
      <CodeForm
        kind="digits"
        buttonId="second-step.confirm.button"
        send={async (code) => onAdded(await confirmSms({ id: begun.id, code }))}
      >
        <Button kind="quiet" onPress={() => setBegun(null)}>
          <FormattedMessage id="second-step.number.other" />
        </Button>
      </CodeForm>
    </>
  );
}
