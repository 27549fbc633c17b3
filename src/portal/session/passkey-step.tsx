import { FormattedMessage } from 'react-intl';
import type { PasskeyToProve } from '../../contract/second-step';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { provePasskey, sendPasskey } from './passkeys';

interface Props {
  ask: () => Promise<PasskeyToProve>;
  take: (response: Record<string, unknown>) => Promise<void>;
}

/** The second step by a passkey: the device asks for a finger, a face or its PIN. */
export function PasskeyStep({ ask, take }: Props) {
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const prove = (): void => void submit(async () => sendPasskey(take(await provePasskey(await ask()))));
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
