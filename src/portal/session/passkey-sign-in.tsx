import { FormattedMessage } from 'react-intl';
import type { SignInAnswer } from '../../contract/second-step';
import { askPasskeySignIn, signInByPasskey } from '../second-step-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { canUsePasskeys, provePasskey, sendPasskey } from './passkeys';
import { useSession } from './session';

/** Signs in without name and password, where the browser can. */
export function PasskeySignIn({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const { settle } = useSession();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  if (!canUsePasskeys()) return null;

  const signIn = (): void =>
    void submit(async () => {
      const response = await provePasskey(await askPasskeySignIn());
      const answer = await sendPasskey(signInByPasskey({ response }));
      settle(answer);
      onAnswer(answer);
    });
  return (
    <section aria-labelledby="passkey-title" className="other-ways">
      <h2 id="passkey-title">
        <FormattedMessage id="session.passkey.title" />
      </h2>
      <p>
        <FormattedMessage id="session.passkey.text" />
      </p>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Button onPress={signIn} data-pending={pending || undefined}>
        <FormattedMessage id="session.passkey.button" />
      </Button>
    </section>
  );
}
