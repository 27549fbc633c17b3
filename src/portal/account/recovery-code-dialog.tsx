import { useIntl } from 'react-intl';
import { RecoveryCode } from '../session/recovery-code-screen';
import { Dialog } from '../ui/dialog';

interface Props {
  code: string;
  onKept: () => void;
}

/** The code above the page of one's details. Escape does not close it: it is shown this once. */
export const RecoveryCodeDialog = (props: Props) => (
  <Dialog title={useIntl().formatMessage({ id: 'recovery-code.title' })} onClose={() => undefined}>
    <RecoveryCode {...props} />
  </Dialog>
);
