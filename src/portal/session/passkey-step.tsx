import { FormattedMessage } from 'react-intl';
import { askPasskeyStep } from '../second-step-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { provePasskey, sendPasskey } from './passkeys';

/** The second step by a passkey: the device asks for a finger, a face or its PIN. */
export function PasskeyStep({ take }: { take: (response: Record<string, unknown>) => Promise<void> }) {
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const prove = (): void =>
    void submit(async () => sendPasskey(take(await provePasskey(await askPasskeyStep()))));
  return (
    <div className="form">
      <p>
        <FormattedMessage id="second-step.passkey.text" />
      </p>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Button kind="primary" onPress={prove} data-pending={pending || undefined}>
        <FormattedMessage id="second-step.passkey.button" />
      </Button>
    </div>
  );
}
