import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnEmail } from '../../contract/email-change';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { dropEmailChange, loadOwnEmail } from './email-api';
import { EmailForm } from './email-form';
import { Section } from './section';

interface PendingProps {
  email: string;
  current: string;
  onDropped: () => void;
}

/** What is awaited, and the way back. */
function Pending({ email, current, onDropped }: PendingProps) {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const drop = (): void =>
    void submit(async () => {
      await dropEmailChange();
      say(intl.formatMessage({ id: 'account.email.dropped' }));
      onDropped();
    });
  return (
    <>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Notice kind="info">
        <FormattedMessage id="account.email.pending" values={{ email, current }} />
      </Notice>
      <Button onPress={drop} data-pending={pending || undefined}>
        <FormattedMessage id="account.email.drop" />
      </Button>
    </>
  );
}

function Parts({ own, reload }: { own: OwnEmail; reload: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { email, pendingEmail } = own;
  return (
    <>
      <p>
        <FormattedMessage id="account.email.current" />: <span className="account-value">{email}</span>
      </p>
      {pendingEmail !== null && <Pending email={pendingEmail} current={email} onDropped={reload} />}
      {isOpen ? (
        <EmailForm
          current={email}
          onCancel={() => setOpen(false)}
          onAsked={() => {
            setOpen(false);
            reload();
          }}
        />
      ) : (
        <Button onPress={() => setOpen(true)}>
          <FormattedMessage id="account.email.button" />
        </Button>
      )}
    </>
  );
}

/** The client's address: another one counts when the link that is mailed to it was used. */
export function EmailSection() {
  const resource = useResource(loadOwnEmail);
  return (
    <Section id="email" titleId="session.email.label">
      <p>
        <FormattedMessage id="account.email.text" />
      </p>
      <Loaded resource={resource} lines={2}>
        {(own) => <Parts own={own} reload={resource.reload} />}
      </Loaded>
    </Section>
  );
}
