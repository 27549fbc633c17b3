import { Copy, Printer } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { loadSecondStep, mailRecoveryCode } from '../second-step-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { useSession } from './session';

interface Props {
  code: string;
  onKept: () => void;
}

/** By mail, where the firm allows it, with what is to be said about that (R25). */
function ByMail({ code }: { code: string }) {
  const errorText = useErrorText();
  const { account } = useSession();
  const { value } = useResource(loadSecondStep);
  const { pending, error, submit } = useSubmit();
  const [isSent, setSent] = useState(false);
  if (!value?.recoveryCodeByMail || !account) return null;

  const send = () =>
    submit(async () => {
      await mailRecoveryCode(code);
      setSent(true);
    });
  if (isSent) {
    return (
      <Notice kind="success">
        <FormattedMessage id="recovery-code.mail.done" values={{ email: account.email }} />
      </Notice>
    );
  }
  return (
    <div className="recovery-mail">
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <p className="quiet-text">
        <FormattedMessage id="recovery-code.mail.warning" />
      </p>
      <Button onPress={() => void send()} data-pending={pending || undefined}>
        <FormattedMessage id="recovery-code.mail.button" />
      </Button>
    </div>
  );
}

function Keep({ onKept }: { onKept: () => void }) {
  const intl = useIntl();
  const [isKept, setKept] = useState(false);
  const fault = { fieldId: 'kept', text: intl.formatMessage({ id: 'recovery-code.kept.error' }) };
  const { list, check } = useFormFaults(isKept ? [] : [fault]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (check()) onKept();
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...list} />
      <label className="tick" htmlFor="kept">
        <input
          id="kept"
          type="checkbox"
          checked={isKept}
          onChange={(event) => setKept(event.target.checked)}
        />
        <FormattedMessage id="recovery-code.kept.label" />
      </label>
      <Button type="submit" kind="primary">
        <FormattedMessage id="recovery-code.go-on.button" />
      </Button>
    </form>
  );
}

/** A new recovery code, shown this once, which nobody passes by unkept. */
export function RecoveryCode({ code, onKept }: Props) {
  const intl = useIntl();
  const say = useToast();
  const copy = (): void =>
    void navigator.clipboard.writeText(code).then(
      () => say(intl.formatMessage({ id: 'recovery-code.copy.done' })),
      () => say(intl.formatMessage({ id: 'recovery-code.copy.failed' })),
    );
  return (
    <>
      <p>
        <FormattedMessage id="recovery-code.text" />
      </p>
      <p className="recovery-code">{code}</p>
      <div className="recovery-buttons">
        <Button onPress={copy}>
          <Copy aria-hidden="true" />
          <FormattedMessage id="recovery-code.copy.button" />
        </Button>
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" />
          <FormattedMessage id="recovery-code.print.button" />
        </Button>
      </div>
      <ByMail code={code} />
      <Keep onKept={onKept} />
    </>
  );
}

/** The code as a page of its own, at the end of a sign-in. */
export const RecoveryCodeScreen = (props: Props) => (
  <>
    <PageHeading textId="recovery-code.title" />
    <RecoveryCode {...props} />
  </>
);
