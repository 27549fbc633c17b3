import { ChevronDown, CircleUser } from 'lucide-react';
import type { AccountView } from '../../contract/session';

/** What stands on the account's button. */
export const AccountFace = ({ account }: { account: AccountView }) => (
  <>
    <CircleUser aria-hidden="true" />
    <span className="account-name">{account.name}</span>
    <ChevronDown aria-hidden="true" className="small-icon" />
  </>
);

export interface MenuProps {
  account: AccountView;
  /** What the reader did with the button that stood here before: pressed it, or came to it by the keyboard. */
  wasPressed: boolean;
  wasFocused: boolean;
}
