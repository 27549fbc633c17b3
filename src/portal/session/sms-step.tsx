import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CodeSent } from '../../contract/second-step';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { CodeForm } from './code-form';

interface Props {
  /** Where a code of this occasion is on its way to already; null where none is. */
  sentTo: string | null;
  send: () => Promise<CodeSent>;
  take: (code: string) => Promise<void>;
}

/** A code by text message: the first is sent by itself, once; a further one when it is asked for. */
export function SmsStep({ sentTo, send, take }: Props) {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [number, setNumber] = useState(sentTo);
  const asked = useRef(sentTo !== null);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void submit(async () => setNumber((await send()).sentTo));
  }, [submit, send]);

  const again = (): void =>
    void submit(async () => {
      setNumber((await send()).sentTo);
      say(intl.formatMessage({ id: 'second-step.sms.again-done' }));
    });
  return (
    <>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <p role="status">
        {number !== null ? (
          <FormattedMessage id="second-step.sms.sent" values={{ number: number.replace(/\D/g, '') }} />
        ) : (
          <FormattedMessage id={pending ? 'second-step.sms.sending' : 'second-step.sms.none'} />
        )}
      </p>
      <CodeForm kind="digits" buttonId="second-step.take.button" send={take}>
        <Button kind="quiet" onPress={again} data-pending={pending || undefined}>
          <FormattedMessage id="second-step.sms.again" />
        </Button>
      </CodeForm>
    </>
  );
}
