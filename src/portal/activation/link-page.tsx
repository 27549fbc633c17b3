import { useCallback, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { activateByLink, loadLinkRule } from '../api';
import { MailedLinkPage, staleLink, StaleLink } from '../session/mailed-link-page';
import { NewPasswordFields, useNewPassword } from '../session/new-password-fields';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useActivating } from './activating';
import { useRuleWith } from './rule';
import { useChosenName, UserNameField } from './user-name';

/** The ways on for whoever comes with a stale link: a fresh one by mail, as they came here, or in with what they have. */
const WaysOn = () => (
  <ul className="card-links">
    <li>
      <Link to="/activation/mail">
        <FormattedMessage id="activation.link.again" />
      </Link>
    </li>
    <li>
      <Link to="/sign-in">
        <FormattedMessage id="session.sign-in.link" />
      </Link>
    </li>
  </ul>
);

function LinkForm({ token }: { token: string }) {
  const errorText = useErrorText();
  const { pending, error, activate } = useActivating();
  const name = useChosenName();
  const rule = useResource(useCallback((signal: AbortSignal) => loadLinkRule(token, signal), [token]));
  const chosen = useNewPassword(useRuleWith(rule.value, name.userName ?? ''), name.faults);
  const label = useIntl().formatMessage({ id: 'session.password.label' });
  const taken = error?.code === 'user-name-taken' ? errorText(error) : null;

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.check())
      activate(() => activateByLink({ token, userName: name.userName, password: chosen.password }));
  };
  const stale = staleLink(error, rule.error);
  if (stale && !pending) return <StaleLink error={stale} ways={<WaysOn />} />;
  return (
    <form onSubmit={send} noValidate className="form">
      <p>
        <FormattedMessage id="session.password.intro" />
      </p>
      <FormErrors {...chosen.list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <UserNameField chosen={name} known={null} error={chosen.faultOf('userName') ?? taken} />
      <NewPasswordFields chosen={chosen} label={label} />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id="session.password.button" />
      </Button>
    </form>
  );
}

/** R4: where the link of the second mail leads. */
export function LinkPage() {
  return <MailedLinkPage ways={<WaysOn />}>{(token) => <LinkForm token={token} />}</MailedLinkPage>;
}
