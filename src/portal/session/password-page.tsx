import { FormattedMessage } from 'react-intl';
import { Link, useNavigate } from 'react-router-dom';
import { choosePassword } from './link-api';
import { useSubmit } from '../ui/submit';
import { LinkPasswordForm, useLinkRule } from './link-password-form';
import { MailedLinkPage } from './mailed-link-page';
import { useNewPassword } from './new-password-fields';

/** The way to a fresh link, for whoever comes with a stale one. */
const NewLink = () => (
  <p className="card-links">
    <Link to="/forgotten-password">
      <FormattedMessage id="session.link.forgotten" />
    </Link>
  </p>
);

function PasswordForm({ token }: { token: string }) {
  const navigate = useNavigate();
  const { pending, error, submit } = useSubmit();
  const rule = useLinkRule(token);
  const chosen = useNewPassword(rule.value);
  const send = (): void =>
    void submit(async () => {
      await choosePassword({ token, password: chosen.password });
      navigate('/sign-in', { replace: true, state: { passwordChanged: true } });
    });
  return <LinkPasswordForm {...{ chosen, rule, pending, error }} onSend={send} ways={<NewLink />} />;
}

/** Where the link of a forgotten password leads. */
export function PasswordPage() {
  return <MailedLinkPage ways={<NewLink />}>{(token) => <PasswordForm token={token} />}</MailedLinkPage>;
}
