import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { BODY_MAX, cutMessage, messageLength } from '../../contract/message';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { Hidden } from '../ui/words';

interface Props {
  label: string;
  rows: number;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/** How much room is left when it is read out; every key stroke would drown what is being written. */
const READ_OUT = [10, 50, 100, 200];

/** The smallest of the marks that is reached; null where there is room enough. */
const markOf = (left: number): number | null => READ_OUT.find((mark) => left <= mark) ?? null;

/** The text of a message with its counter; at the limit it says so, and what is over is cut (R73). */
export function BodyField({ label, rows, value, onChange, error }: Props) {
  const [cut, setCut] = useState(false);
  const length = messageLength(value);
  const mark = markOf(BODY_MAX - length);
  const isFull = cut || length >= BODY_MAX;

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
      <Hidden>
        <span role="status">
          {mark !== null && !isFull && <FormattedMessage id="message.body.left" values={{ left: mark }} />}
        </span>
      </Hidden>
      {isFull && (
        <Notice kind="warning">
          <FormattedMessage id="message.body.limit" values={{ max: BODY_MAX }} />
        </Notice>
      )}
    </div>
  );
}
