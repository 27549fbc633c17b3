import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
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
