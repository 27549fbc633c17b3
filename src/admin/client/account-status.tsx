import type { AccountState } from '../../contract/client';
import { StatusLabel } from '../ui/status-label';
import { useSay } from '../words';

const VARIANTS = {
  none: 'neutral',
  invited: 'secondary',
  opened: 'secondary',
  active: 'success',
  locked: 'danger',
  blocked: 'danger',
} as const;

/** Whether the client can sign in. */
export const AccountStatus = ({ state }: { state: AccountState }) => {
  const say = useSay();
  return <StatusLabel variant={VARIANTS[state]}>{say(`desk.account.state.${state}`)}</StatusLabel>;
};
