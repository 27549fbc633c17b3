import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PASSWORD_DEMANDS, PASSWORD_MAX, passwordLength } from '../../contract/password';
import { TextField } from '../ui/text-field';
import { Hidden } from '../ui/words';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  hint?: ReactNode;
  error?: string | null;
  autoFocus?: boolean;
}

/** A password, hidden unless its owner wants to see it. Pasting and password managers work. */
export function PasswordField(props: Props) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck="false"
      after={
        <button type="button" className="field-button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          <FormattedMessage id="session.password-shown.button" /> <Hidden>{props.label}</Hidden>
        </button>
      }
    />
  );
}

const PASSWORD_MIN = PASSWORD_DEMANDS.default.min;

/** Says while typing how many characters are still missing (R9). */
export function LengthHint({ password }: { password: string }) {
  const intl = useIntl();
  const length = passwordLength(password);
  const text = (): string => {
    if (length === 0)
      return intl.formatMessage({ id: 'session.password-length.hint' }, { min: PASSWORD_MIN });
    if (length > PASSWORD_MAX)
      return intl.formatMessage({ id: 'session.password-length.long' }, { max: PASSWORD_MAX });
    if (length >= PASSWORD_MIN) return intl.formatMessage({ id: 'session.password-length.enough' });
    return intl.formatMessage({ id: 'session.password-length.missing' }, { missing: PASSWORD_MIN - length });
  };
  return (
    <span className="length-hint" data-enough={length >= PASSWORD_MIN && length <= PASSWORD_MAX}>
      <span role="status">{text()}</span>
    </span>
  );
}
