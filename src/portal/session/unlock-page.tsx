import { FormattedMessage } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { linkSchema } from '../../contract/session';
import { spendUnlockLink } from './link-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useSubmit } from '../ui/submit';

/** The link in the mail about a lock. Only the button uses it up: mail scanners open links, and press nothing. */
export function UnlockPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const link = linkSchema.safeParse({ token: hash.slice(1) });

  const goOn = (): void => {
    if (!link.success) return;
    void submit(async () => {
      await spendUnlockLink(link.data.token);
      navigate('/sign-in', { replace: true, state: { unlocking: true } });
    });
  };
  return (
    <>
      <PageHeading textId="session.unlock.title" />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      {link.success ? (
        <>
          <p>
            <FormattedMessage id="session.unlock.text" />
          </p>
          <Button kind="primary" onPress={goOn} data-pending={pending || undefined}>
            <FormattedMessage id="session.unlock.button" />
          </Button>
        </>
      ) : (
        <Notice kind="danger">
          <FormattedMessage id="session.unlock.cut" />
        </Notice>
      )}
      <p className="card-links">
        <Link to="/sign-in">
          <FormattedMessage id="session.sign-in.link" />
        </Link>
      </p>
    </>
  );
}
