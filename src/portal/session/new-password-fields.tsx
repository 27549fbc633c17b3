import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PASSWORD_DEMANDS, PASSWORD_MAX, passwordLength } from '../../contract/password';
import { useFormFaults, type FieldFault, type FormFaults } from '../ui/form-faults';
import { LengthHint, PasswordField } from './password-field';

const PASSWORD_MIN = PASSWORD_DEMANDS.default.min;

function useFaults(password: string, repeat: string): readonly FieldFault[] {
  const intl = useIntl();
  const length = passwordLength(password);
  const faults: FieldFault[] = [];
  if (length < PASSWORD_MIN)
    faults.push({
      fieldId: 'password',
      text: intl.formatMessage({ id: 'session.password-length.short' }, { min: PASSWORD_MIN }),
    });
  if (length > PASSWORD_MAX)
    faults.push({
      fieldId: 'password',
      text: intl.formatMessage({ id: 'session.password-length.long' }, { max: PASSWORD_MAX }),
    });
  if (password !== repeat)
    faults.push({ fieldId: 'repeat', text: intl.formatMessage({ id: 'session.password-repeat.error' }) });
  return faults;
}

interface NewPassword extends FormFaults {
  password: string;
  setPassword: (password: string) => void;
  repeat: string;
  setRepeat: (repeat: string) => void;
}

/** A password that is being chosen, typed twice. */
export function useNewPassword(): NewPassword {
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const faults = useFormFaults(useFaults(password, repeat));
  return { ...faults, password, setPassword, repeat, setRepeat };
}

/** The two fields of a new password, with how long it is while typing. */
export function NewPasswordFields({ chosen, label }: { chosen: NewPassword; label: string }) {
  const intl = useIntl();
  return (
    <>
      <PasswordField
        id="password"
        label={label}
        autoComplete="new-password"
        value={chosen.password}
        onChange={chosen.setPassword}
        hint={<LengthHint password={chosen.password} />}
        error={chosen.faultOf('password')}
      />
      <PasswordField
        id="repeat"
        label={intl.formatMessage({ id: 'session.password-repeat.label' })}
        autoComplete="new-password"
        value={chosen.repeat}
        onChange={chosen.setRepeat}
        error={chosen.faultOf('repeat')}
      />
    </>
  );
}
