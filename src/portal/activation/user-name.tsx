import { useState } from 'react';
import { useIntl } from 'react-intl';
import { USER_NAME_MAX, USER_NAME_MIN, userNameSchema } from '../../contract/user-name';
import { useFirm } from '../firm/firm';
import type { FieldFault } from '../ui/form-faults';
import { TextField } from '../ui/text-field';

const LIMITS = { min: USER_NAME_MIN, max: USER_NAME_MAX };

export interface ChosenName {
  isAskedFor: boolean;
  /** As it is sent: nothing where the firm does not ask. */
  userName: string | undefined;
  typed: string;
  setTyped: (typed: string) => void;
  faults: readonly FieldFault[];
}

/** The user name, where the firm leaves it to the client (R6). */
export function useChosenName(): ChosenName {
  const intl = useIntl();
  const isAskedFor = useFirm().userNames === 'chosen';
  const [typed, setTyped] = useState('');
  const isFine = !isAskedFor || userNameSchema.safeParse(typed).success;
  const text = intl.formatMessage({ id: 'activation.user-name.error' }, LIMITS);
  return {
    isAskedFor,
    userName: isAskedFor ? typed : undefined,
    typed,
    setTyped,
    faults: isFine ? [] : [{ fieldId: 'userName', text }],
  };
}

interface Props {
  chosen: ChosenName;
  /** What stands already: shown, so that a password manager keeps it with the password. */
  known: string | null;
  error: string | null;
  /** Whether the server has just refused it; why, it has said above the form. */
  isTaken: boolean;
}

export function UserNameField({ chosen, known, error, isTaken }: Props) {
  const intl = useIntl();
  const taken = isTaken ? intl.formatMessage({ id: 'activation.user-name.taken' }) : null;
  const label = intl.formatMessage({ id: 'activation.user-name.label' });
  if (chosen.isAskedFor) {
    return (
      <TextField
        id="userName"
        label={label}
        hint={intl.formatMessage({ id: 'activation.user-name.hint' }, LIMITS)}
        autoComplete="username"
        spellCheck="false"
        value={chosen.typed}
        onChange={chosen.setTyped}
        error={error ?? taken}
      />
    );
  }
  if (known === null) return null;
  return <TextField id="userName" label={label} autoComplete="username" isReadOnly value={known} />;
}
