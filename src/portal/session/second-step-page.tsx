import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import type { PendingSignIn, SecondStepProof } from '../../contract/second-step';
import { askPasskeyStep, loadSignIn, sendSignInCode, takeSecondStep } from '../second-step-api';
import { PageHeading } from '../ui/page-heading';
import { useGoOn } from './go-on';
import { SignInLoaded } from './sign-in-loaded';
import { RecoveryCodeScreen } from './recovery-code-screen';
import { SecondStepWays } from './second-step-ways';
import { useSession } from './session';

export const arrivalSchema = z.object({
  /** Where the reader wanted to go before they were asked to sign in. */
  from: z.string().startsWith('/').optional(),
});

type Waiting = Extract<PendingSignIn, { state: 'second-step' }>;

function SignInStep({ methods, sentTo, from }: Waiting & { from: string | undefined }) {
  const { settle } = useSession();
  const goOn = useGoOn();
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
      <SecondStepWays
        methods={methods}
        sentTo={sentTo}
        take={take}
        sendCode={sendSignInCode}
        askPasskey={askPasskeyStep}
      />
    </>
  );
}

/** After the password: the second step, by whichever way the account has (R24, R25). */
export function SecondStepPage() {
  const { from } = arrivalSchema.safeParse(useLocation().state ?? {}).data ?? {};
  return (
    <SignInLoaded load={loadSignIn} headingId="second-step.title">
      {(signIn) => (signIn.state === 'second-step' ? <SignInStep {...signIn} from={from} /> : null)}
    </SignInLoaded>
  );
}
