import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { BODY_MAX, cutMessage, messageLength } from '../../contract/message';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';

interface Props {
  label: string;
  rows: number;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/** The text of a message with its counter; at the limit it says so, and what is over is cut (R73). */
export function BodyField({ label, rows, value, onChange, error }: Props) {
  const [cut, setCut] = useState(false);
  const length = messageLength(value);

  const take = (text: string): void => {
    setCut(messageLength(text) > BODY_MAX);
    onChange(messageLength(text) > BODY_MAX ? cutMessage(text) : text);
  };
  return (
    <div className="body-field">
      <TextField id="body" label={label} rows={rows} value={value} onChange={take} error={error} />
      <p className="counter" data-full={length >= BODY_MAX}>
        <FormattedMessage id="message.body.counter" values={{ length, max: BODY_MAX }} />
      </p>
      {(cut || length >= BODY_MAX) && (
        <Notice kind="warning">
          <FormattedMessage id="message.body.limit" values={{ max: BODY_MAX }} />
        </Notice>
      )}
    </div>
  );
}
