import { FormattedMessage } from 'react-intl';
import { PortalError } from '../../answer';
import { PartFailure } from '../../ui/failure';
import { Notice } from '../../ui/notice';

/** Why a file cannot be shown: what the server said, or what the file itself is. */
export type Trouble = PortalError | 'locked' | 'damaged';

const TEXTS = { locked: 'document.viewer.locked', damaged: 'document.viewer.damaged' } as const;

/** Says why there is nothing to see, and what to do; the download stands above. */
export function TroubleNotice({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  if (!(trouble instanceof PortalError))
    return (
      <Notice kind="warning">
        <p>
          <FormattedMessage id={TEXTS[trouble]} />
        </p>
      </Notice>
    );
  // The page turns to the sign-in by itself.
  return trouble.code === 'not-signed-in' ? null : <PartFailure error={trouble} onRetry={onRetry} />;
}
