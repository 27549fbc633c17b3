import { MailCheck } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { emailSchema } from '../../contract/common';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults, type FieldFault } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useSubmit } from '../ui/submit';
import type { TextId } from '../ui/text-id';
import { TextField } from '../ui/text-field';

interface Props {
  texts: Record<'title' | 'intro' | 'button', TextId>;
  /** Asks the server to mail a link; it answers the same for every address. */
  ask: (email: string) => Promise<unknown>;
}

const Sent = ({ email, onAgain }: { email: string; onAgain: () => void }) => (
  <>
    <MailCheck aria-hidden="true" className="card-icon" />
    <PageHeading textId="session.mailbox.title" />
    <p>
      <FormattedMessage id="session.mailbox.text" values={{ email: <strong>{email}</strong> }} />
    </p>
    <p className="quiet-text">
      <FormattedMessage id="session.mailbox.hint" />
    </p>
    <Button onPress={onAgain}>
      <FormattedMessage id="session.mailbox.button" />
    </Button>
  </>
);

function useFaults(wellFormed: boolean): readonly FieldFault[] {
  const intl = useIntl();
  return wellFormed ? [] : [{ fieldId: 'email', text: intl.formatMessage({ id: 'session.email.error' }) }];
}

/** One e-mail address in, one look into the mailbox out: activation and forgotten password alike. */
export function LinkRequest({ texts, ask }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [email, setEmail] = useState('');
  const address = emailSchema.safeParse(email);
  const { list, faultOf, check } = useFormFaults(useFaults(address.success));
  const [sentTo, setSentTo] = useState<string | null>(null);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check() || !address.success) return;
    void submit(async () => {
      await ask(address.data);
      setSentTo(address.data);
    });
  };
  if (sentTo !== null) return <Sent email={sentTo} onAgain={() => setSentTo(null)} />;
  return (
    <>
      <PageHeading textId={texts.title} />
      <p>
        <FormattedMessage id={texts.intro} />
      </p>
      <form onSubmit={send} noValidate className="form">
        <FormErrors {...list} />
        {error && <Notice kind="danger">{errorText(error)}</Notice>}
        <TextField
          id="email"
          label={intl.formatMessage({ id: 'session.email.label' })}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={faultOf('email')}
        />
        <Button type="submit" kind="primary" data-pending={pending || undefined}>
          <FormattedMessage id={texts.button} />
        </Button>
      </form>
      <p className="card-links">
        <Link to="/sign-in">
          <FormattedMessage id="session.sign-in.link" />
        </Link>
      </p>
    </>
  );
}
