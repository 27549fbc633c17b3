import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';
import { linkSchema } from '../../contract/session';
import { spendEmailLink } from '../account/email-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useSubmit } from '../ui/submit';

function Done() {
  return (
    <>
      <Notice kind="success">
        <FormattedMessage id="account.email.link.done" />
      </Notice>
      <p>
        <FormattedMessage id="account.email.link.user-name" />
      </p>
      <p className="card-links">
        <Link to="/dossiers">
          <FormattedMessage id="account.email.link.go-on" />
        </Link>
      </p>
    </>
  );
}

/** The button alone uses the link up: mail scanners open links, and press nothing. */
function Confirm({ token }: { token: string }) {
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [isDone, setDone] = useState(false);
  const goOn = (): void =>
    void submit(async () => {
      await spendEmailLink(token);
      setDone(true);
    });
  if (isDone) return <Done />;
  return (
    <>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <p>
        <FormattedMessage id="account.email.link.text" />
      </p>
      <Button kind="primary" onPress={goOn} data-pending={pending || undefined}>
        <FormattedMessage id="account.email.link.button" />
      </Button>
    </>
  );
}

/** Where the link leads that was mailed to a new address. The token stays in the fragment, which no server sees. */
export function EmailPage() {
  const link = linkSchema.safeParse({ token: useLocation().hash.slice(1) });
  return (
    <>
      <PageHeading textId="account.email.link.title" />
      {link.success ? (
        <Confirm token={link.data.token} />
      ) : (
        <Notice kind="danger">
          <FormattedMessage id="account.email.link.cut" />
        </Notice>
      )}
    </>
  );
}
