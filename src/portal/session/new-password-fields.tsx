import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { PasswordRule } from '../../contract/password';
import type { Judgement } from '../../password/judge';
import { useFormFaults, type FieldFault, type FormFaults } from '../ui/form-faults';
import { useJudgement } from './judgement';
import { lengthFault, useFaultText } from './password-fault';
import { PasswordField } from './password-field';
import { Demands, StrengthMeter } from './strength';

interface Typed {
  password: string;
  repeat: string;
  rule: PasswordRule | null;
  judgement: Judgement | null;
}

function useFaults({ password, repeat, rule, judgement }: Typed): readonly FieldFault[] {
  const intl = useIntl();
  const faultText = useFaultText();
  const faults: FieldFault[] = [];
  const fault = rule === null ? null : (judgement?.fault ?? lengthFault(password, rule));
  if (fault !== null) faults.push({ fieldId: 'password', text: faultText(fault) });
  if (password !== repeat)
    faults.push({ fieldId: 'repeat', text: intl.formatMessage({ id: 'session.password-repeat.error' }) });
  return faults;
}

export interface NewPassword extends FormFaults, Typed {
  setPassword: (password: string) => void;
  setRepeat: (repeat: string) => void;
}

/**
 * A password that is being chosen, typed twice; what it is judged by may still be on its way. `others` is what is wrong
 * with the fields above it in the same form.
 */
export function useNewPassword(rule: PasswordRule | null, others: readonly FieldFault[] = []): NewPassword {
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const judgement = useJudgement(password, rule);
  const faults = useFormFaults([...others, ...useFaults({ password, repeat, rule, judgement })]);
  return { ...faults, password, setPassword, repeat, setRepeat, rule, judgement };
}

/** The two fields of a new password, with how strong it is while typing. */
export function NewPasswordFields({ chosen, label }: { chosen: NewPassword; label: string }) {
  const intl = useIntl();
  const { password, rule, judgement } = chosen;
  const error = chosen.faultOf('password');
  return (
    <>
      <div>
        <PasswordField
          id="password"
          label={label}
          autoComplete="new-password"
          value={password}
          onChange={chosen.setPassword}
          hint={rule && <Demands rule={rule} />}
          error={error}
        />
        {rule && (
          <StrengthMeter password={password} rule={rule} judgement={judgement} isTold={error !== null} />
        )}
      </div>
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
