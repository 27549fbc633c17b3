import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router-dom';
import type { SignInAnswer } from '../../contract/second-step';
import { canSetUp, MethodSetUp } from '../account/method-set-up';
import { loadSecondStep } from '../second-step-api';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { useGoOn } from './go-on';
import { RecoveryCodeScreen } from './recovery-code-screen';
import { arrivalSchema } from './second-step-page';
import { useSession } from './session';
import { SignInLoaded } from './sign-in-loaded';

/** Where the firm asks for a second step and the account has none: it is set up before anything else (R24). */
export function SecondStepSetUpPage() {
  const { settle } = useSession();
  const goOn = useGoOn();
  const { from } = arrivalSchema.safeParse(useLocation().state ?? {}).data ?? {};
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);

  const added = (answer: SignInAnswer): void => {
    settle(answer);
    if (answer.state === 'signed-in' && answer.recoveryCode !== null) setRecoveryCode(answer.recoveryCode);
    else goOn(answer, from);
  };
  if (recoveryCode !== null)
    return <RecoveryCodeScreen code={recoveryCode} onKept={() => goOn({ state: 'signed-in' }, from)} />;
  return (
    <SignInLoaded load={loadSecondStep} headingId="second-step.set-up.title">
      {({ offered }) => (
        <>
          <PageHeading textId="second-step.set-up.title" />
          <p>
            <FormattedMessage id="second-step.set-up.text" />
          </p>
          {canSetUp(offered) ? (
            <MethodSetUp offered={offered} onAdded={added} />
          ) : (
            <Notice kind="warning">
              <FormattedMessage id="second-step.set-up.none" />
            </Notice>
          )}
        </>
      )}
    </SignInLoaded>
  );
}
