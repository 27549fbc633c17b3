import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import type { AccountView } from '../../contract/session';
import { AccountFace, type MenuProps } from './account-face';

/** Safari has no word for it. */
const whenIdle = (act: () => void): void =>
  'requestIdleCallback' in window ? void window.requestIdleCallback(act) : void setTimeout(act, 200);

/** The account at the top right. Its menu's code is large, and nobody opens it first: a button stands for it meanwhile. */
export function AccountTools({ account }: { account: AccountView }) {
  const intl = useIntl();
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const [menu, setMenu] = useState<(Omit<MenuProps, 'account'> & { Menu: ComponentType<MenuProps> }) | null>(
    null,
  );
  const load = useCallback(() => {
    import('./account-menu').then(
      ({ AccountMenu }) => {
        const wasFocused = document.activeElement === button.current;
        setMenu((there) => there ?? { Menu: AccountMenu, wasPressed: pressed.current, wasFocused });
      },
      // Without a line the button stays, and a press tries again.
      () => undefined,
    );
  }, []);
  useEffect(() => whenIdle(load), [load]);

  if (menu) {
    const { Menu, ...was } = menu;
    return <Menu account={account} {...was} />;
  }
  return (
    <button
      ref={button}
      type="button"
      className="button quiet account-button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={intl.formatMessage({ id: 'session.account.button' }, { name: account.name })}
      onClick={() => {
        pressed.current = true;
        load();
      }}
    >
      <AccountFace account={account} />
    </button>
  );
}
