import { useCallback, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';
import { isWholeToken } from '../../contract/session';
import { activateByLink, loadLinkRule } from '../api';
import { NewPasswordFields, useNewPassword } from '../session/new-password-fields';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
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
  // Said before anything is typed, where it is known already; in vain only for who comes back to a used link.
  const stale = [error, rule.error].find((refusal) => refusal?.code === 'link-invalid');
  if (stale && !pending) {
    return (
      <>
        <Notice kind="danger">{errorText(stale)}</Notice>
        <WaysOn />
      </>
    );
  }
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

/** R4: where the link of the second mail leads. The token stays in the fragment, which no server sees. */
export function LinkPage() {
  const token = useLocation().hash.slice(1);
  return (
    <>
      <PageHeading textId="session.password.title" />
      {isWholeToken(token) ? (
        <LinkForm token={token} />
      ) : (
        <>
          <Notice kind="warning">
            <FormattedMessage id="session.link.incomplete" />
          </Notice>
          <WaysOn />
        </>
      )}
    </>
  );
}
