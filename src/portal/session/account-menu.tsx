import { Check, LogOut, UserPen } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { LANGUAGES } from '../../contract/common';
import type { AccountView } from '../../contract/session';
import { asPortalError } from '../answer';
import { useErrorText } from '../ui/error-text';
import { useToast } from '../ui/toast';
import { AccountFace, type MenuProps } from './account-face';
import { isLanguage, LANGUAGE_NAMES } from './language';
import { useSession } from './session';

const LanguageSection = ({
  account,
  onChoose,
}: {
  account: AccountView;
  onChoose: (key: unknown) => void;
}) => (
  <MenuSection
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[account.language]}
    onSelectionChange={(keys) => onChoose(keys === 'all' ? null : [...keys][0])}
  >
    <Header className="menu-header">
      <FormattedMessage id="session.language.label" />
    </Header>
    {LANGUAGES.map((language) => (
      <MenuItem key={language} id={language} textValue={LANGUAGE_NAMES[language]} className="menu-item">
        <Check aria-hidden="true" className="menu-check" />
        <span lang={language}>{LANGUAGE_NAMES[language]}</span>
      </MenuItem>
    ))}
  </MenuSection>
);

/** The account at the top right: the name, the language, and the way out. */
export function AccountMenu({ account, wasPressed, wasFocused }: MenuProps) {
  const intl = useIntl();
  const session = useSession();
  const navigate = useNavigate();
  const say = useToast();
  const errorText = useErrorText();
  const attempt = (act: Promise<void>) =>
    void act.catch((thrown: unknown) => say(errorText(asPortalError(thrown))));
  const detailsText = intl.formatMessage({ id: 'account.details.title' });
  const signOutText = intl.formatMessage({ id: 'session.sign-out.button' });

  return (
    <MenuTrigger defaultOpen={wasPressed}>
      <Button
        // The focus was on the button that stood here before.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={wasFocused && !wasPressed}
        className="button quiet account-button"
        aria-label={intl.formatMessage({ id: 'session.account.button' }, { name: account.name })}
      >
        <AccountFace account={account} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <p className="menu-account">
          <strong>{account.name}</strong>
          <span>{account.email}</span>
        </p>
        <Menu className="menu">
          <MenuItem
            id="details"
            textValue={detailsText}
            className="menu-item"
            onAction={() => navigate('/details')}
          >
            <UserPen aria-hidden="true" />
            {detailsText}
          </MenuItem>
          <LanguageSection
            account={account}
            onChoose={(key) => isLanguage(key) && attempt(session.speak(key))}
          />
          <MenuItem
            id="sign-out"
            textValue={signOutText}
            className="menu-item menu-leave"
            onAction={() => attempt(session.leave())}
          >
            <LogOut aria-hidden="true" />
            {signOutText}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
