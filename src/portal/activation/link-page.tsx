import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import { activateByLink } from './activation-api';
import { LinkPasswordForm, useLinkRule } from '../session/link-password-form';
import { MailedLinkPage } from '../session/mailed-link-page';
import { useNewPassword } from '../session/new-password-fields';
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
  const { pending, error, activate } = useActivating();
  const name = useChosenName();
  const rule = useLinkRule(token);
  const chosen = useNewPassword(useRuleWith(rule.value, name.userName ?? ''), name.faults);
  const send = (): void =>
    activate(() => activateByLink({ token, userName: name.userName, password: chosen.password }));
  return (
    <LinkPasswordForm {...{ chosen, rule, pending, error }} onSend={send} ways={<WaysOn />}>
      <UserNameField
        chosen={name}
        known={null}
        error={chosen.faultOf('userName')}
        isTaken={error?.code === 'user-name-taken'}
      />
    </LinkPasswordForm>
  );
}

/** R4: where the link of the second mail leads. */
export function LinkPage() {
  return <MailedLinkPage ways={<WaysOn />}>{(token) => <LinkForm token={token} />}</MailedLinkPage>;
}
