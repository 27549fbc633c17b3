import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ConfirmationAnswer } from '../../contract/confirmation';
import { asPortalError, type PortalError } from '../answer';
import { askPasskeyAgain, sendConfirmationCode, takeStepAgain } from '../second-step-api';
import { SecondStepWays } from '../session/second-step-ways';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ConfirmationPassword } from './confirmation-password';
import { RecoveryCodeDialog } from './recovery-code-dialog';

type Waiting = Extract<ConfirmationAnswer, { state: 'second-step' }>;

interface StepProps extends Waiting {
  onAnswer: (answer: ConfirmationAnswer) => void;
  /** It took too long, or too many codes were wrong: it begins anew. */
  onOver: (error: PortalError) => void;
}

function StepAgain({ methods, sentTo, onAnswer, onOver }: StepProps) {
  return (
    <>
      <p>
        <FormattedMessage id="account.confirmation.second-step" />
      </p>
      <SecondStepWays
        methods={methods}
        sentTo={sentTo}
        sendCode={sendConfirmationCode}
        askPasskey={askPasskeyAgain}
        take={async (proof) => {
          try {
            onAnswer(await takeStepAgain(proof));
          } catch (thrown) {
            const error = asPortalError(thrown);
            if (error.code !== 'confirmation-needed') throw error;
            onOver(error);
          }
        }}
      />
    </>
  );
}

/**
 * Asks for the password again, and for the second step where there is one; answers whether both were right, or the
 * reader turned back.
 */
export function ConfirmationDialog({ onAnswer }: { onAnswer: (isConfirmed: boolean) => void }) {
  const intl = useIntl();
  const [reached, setReached] = useState<ConfirmationAnswer | null>(null);
  const [over, setOver] = useState<PortalError | null>(null);

  const reach = (answer: ConfirmationAnswer): void => {
    if (answer.state === 'confirmed' && answer.recoveryCode === null) onAnswer(true);
    else setReached(answer);
  };
  if (reached?.state === 'confirmed')
    return <RecoveryCodeDialog code={reached.recoveryCode ?? ''} onKept={() => onAnswer(true)} />;
  const cancel = (
    <Button onPress={() => onAnswer(false)}>
      <FormattedMessage id="page.cancel.button" />
    </Button>
  );
  return (
    <Dialog title={intl.formatMessage({ id: 'account.confirmation.title' })} onClose={() => onAnswer(false)}>
      {reached === null ? (
        <ConfirmationPassword over={over} onAnswer={reach}>
          {cancel}
        </ConfirmationPassword>
      ) : (
        <>
          <StepAgain
            {...reached}
            onAnswer={reach}
            onOver={(error) => {
              setOver(error);
              setReached(null);
            }}
          />
          {cancel}
        </>
      )}
    </Dialog>
  );
}
