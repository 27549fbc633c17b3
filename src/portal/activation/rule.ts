import { useMemo } from 'react';
import type { PasswordRule } from '../../contract/password';
import { useFirm } from '../firm/firm';

/** The same rule, with a user name that was typed a moment ago: it makes a bad password too. */
export function useRuleWith(rule: PasswordRule | null, userName: string): PasswordRule | null {
  return useMemo(
    () => rule && { ...rule, ownWords: [...rule.ownWords, userName].filter(Boolean) },
    [rule, userName],
  );
}

/** What can be told of the rule before it is known who somebody is; the server judges by all it knows of them. */
export function useFirmRule(): PasswordRule {
  const { passwordPreset: preset, name } = useFirm();
  return useMemo(() => ({ preset, ownWords: [name] }), [preset, name]);
}
