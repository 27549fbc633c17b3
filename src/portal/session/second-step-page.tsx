import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import type { PendingSignIn, SecondStepProof, SecondStepWay } from '../../contract/second-step';
import { loadSignIn, takeSecondStep } from '../second-step-api';
import { Button } from '../ui/button';
import { PageHeading } from '../ui/page-heading';
import { CodeForm } from './code-form';
import { useGoOn } from './go-on';
import { PasskeyStep } from './passkey-step';
import { canUsePasskeys } from './passkeys';
import { SignInLoaded } from './sign-in-loaded';
import { RecoveryCodeScreen } from './recovery-code-screen';
import { useSession } from './session';
import { SmsStep } from './sms-step';

export const arrivalSchema = z.object({
  /** Where the reader wanted to go before they were asked to sign in. */
  from: z.string().startsWith('/').optional(),
});

type Waiting = Extract<PendingSignIn, { state: 'second-step' }>;

/** A passkey is a way only where the browser can. */
const isKnown = (way: SecondStepWay): boolean => way !== 'passkey' || canUsePasskeys();

interface StepProps {
  way: SecondStepWay;
  sentTo: string | null;
  take: (proof: SecondStepProof) => Promise<void>;
}

function Step({ way, sentTo, take }: StepProps) {
  if (way === 'sms') return <SmsStep sentTo={sentTo} take={(code) => take({ method: 'sms', code })} />;
  if (way === 'passkey') return <PasskeyStep take={(response) => take({ method: 'passkey', response })} />;
  const method = way === 'totp' ? 'totp' : 'recovery';
  return (
    <>
      <p>
        <FormattedMessage id={`second-step.${method}.text`} />
      </p>
      <CodeForm
        kind={method === 'totp' ? 'digits' : 'recovery'}
        buttonId="second-step.take.button"
        send={(code) => take({ method, code })}
      />
    </>
  );
}

function OtherWays({ ways, onChoose }: { ways: SecondStepWay[]; onChoose: (way: SecondStepWay) => void }) {
  if (ways.length === 0) return null;
  return (
    <section aria-labelledby="other-ways" className="other-ways">
      <h2 id="other-ways">
        <FormattedMessage id="second-step.ways.title" />
      </h2>
      {ways.map((way) => (
        <Button key={way} onPress={() => onChoose(way)}>
          <FormattedMessage id={`second-step.way.${way}`} />
        </Button>
      ))}
    </section>
  );
}

function Ways({ methods, sentTo, from }: Waiting & { from: string | undefined }) {
  const { settle } = useSession();
  const goOn = useGoOn();
  const ways = methods.filter((way) => isKnown(way));
  const [way, setWay] = useState(ways[0]);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);

  const take = async (proof: SecondStepProof): Promise<void> => {
    const answer = await takeSecondStep(proof);
    settle(answer);
    if (answer.state === 'signed-in' && answer.recoveryCode !== null) setRecoveryCode(answer.recoveryCode);
    else goOn(answer, from);
  };
  if (recoveryCode !== null)
    return <RecoveryCodeScreen code={recoveryCode} onKept={() => goOn({ state: 'signed-in' }, from)} />;
  return (
    <>
      <PageHeading textId="second-step.title" />
      {way && <Step key={way} way={way} sentTo={sentTo} take={take} />}
      <OtherWays ways={ways.filter((other) => other !== way)} onChoose={setWay} />
    </>
  );
}

/** After the password: the second step, by whichever way the account has (R24, R25). */
export function SecondStepPage() {
  const { from } = arrivalSchema.safeParse(useLocation().state ?? {}).data ?? {};
  return (
    <SignInLoaded load={loadSignIn} headingId="second-step.title">
      {(signIn) => (signIn.state === 'second-step' ? <Ways {...signIn} from={from} /> : null)}
    </SignInLoaded>
  );
}
