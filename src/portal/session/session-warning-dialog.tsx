import { FormattedMessage, useIntl } from 'react-intl';
import { stayInSession } from './session-api';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { Hidden } from '../ui/words';
import { useSession } from './session';

interface Props {
  seconds: number;
  /** Whether a press keeps the session; its overall end comes in any case. */
  canStay: boolean;
  onUnderstood: () => void;
}

/** The moments at which the time left is read out; every second would drown everything else. */
const READ_OUT = [10, 30, 60, 120];

const readOut = (seconds: number): number => READ_OUT.find((mark) => seconds <= mark) ?? seconds;

/** What is about to happen, how soon, and one press to stay. Whoever closes it is still there. */
export function SessionWarningDialog({ seconds, canStay, onUnderstood }: Props) {
  const intl = useIntl();
  const { leave } = useSession();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const stay = (): void =>
    void submit(async () => {
      await stayInSession();
    });
  const answer = canStay ? stay : onUnderstood;
  return (
    <Dialog
      role="alertdialog"
      title={intl.formatMessage({ id: canStay ? 'session.warning.title' : 'session.warning.overall-title' })}
      onClose={answer}
    >
      <p>
        <FormattedMessage id={canStay ? 'session.warning.idle' : 'session.warning.overall'} />
      </p>
      <p aria-hidden="true" className="account-value">
        <FormattedMessage id="session.warning.left" values={{ seconds }} />
      </p>
      <Hidden>
        <span role="status">
          <FormattedMessage id="session.warning.left" values={{ seconds: readOut(seconds) }} />
        </span>
      </Hidden>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <div className="dialog-buttons">
        <Button kind="primary" onPress={answer} data-pending={pending || undefined}>
          <FormattedMessage id={canStay ? 'session.warning.stay' : 'session.warning.understood'} />
        </Button>
        <Button onPress={() => void submit(leave)}>
          <FormattedMessage id="session.sign-out.button" />
        </Button>
      </div>
    </Dialog>
  );
}
