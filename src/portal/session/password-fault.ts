import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import {
  PASSWORD_DEMANDS,
  PASSWORD_MAX,
  passwordLength,
  type PasswordFault,
  type PasswordFaultCode,
  type PasswordRule,
} from '../../contract/password';
import type { TextId } from '../ui/text-id';

const TEXTS: Record<PasswordFaultCode, TextId> = {
  'password-too-short': 'session.password-fault.short',
  'password-too-long': 'session.password-fault.long',
  'password-needs-capital': 'session.password-fault.capital',
  'password-needs-digit': 'session.password-fault.digit',
  'password-common': 'session.password-fault.common',
  'password-has-own-word': 'session.password-fault.own-word',
};

/** Says what is to be done about a password that would be refused. */
export function useFaultText(): (fault: PasswordFault) => string {
  const intl = useIntl();
  return useCallback(
    ({ code, ...values }: PasswordFault) => intl.formatMessage({ id: TEXTS[code] }, values),
    [intl],
  );
}

/** What can be said at once, while the judge is still on its way. */
export const lengthFault = (password: string, { preset }: PasswordRule): PasswordFault | null => {
  const { min } = PASSWORD_DEMANDS[preset];
  const length = passwordLength(password);
  if (length < min) return { code: 'password-too-short', min };
  return length > PASSWORD_MAX ? { code: 'password-too-long', max: PASSWORD_MAX } : null;
};
