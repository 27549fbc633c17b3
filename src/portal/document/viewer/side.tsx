import { useMemo, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ViewerSideProvider, type ActProps, type ViewerSide } from '../../../viewing/side';
import { asPortalError } from '../../answer';
import { Button } from '../../ui/button';
import { PartFailure } from '../../ui/failure';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { readPart } from './read-part';

function Act({ label, icon: Icon, onPress }: ActProps) {
  return (
    <Button kind="icon" aria-label={label} isDisabled={!onPress} onPress={() => onPress?.()}>
      <Icon aria-hidden="true" />
    </Button>
  );
}

function Wait() {
  return <Skeleton lines={6} />;
}

const Note: ViewerSide['Note'] = ({ kind, again, children }) => (
  <Notice kind={kind}>
    <p>{children}</p>
    {again && (
      <p>
        <Button onPress={again}>
          <FormattedMessage id="page.retry.button" />
        </Button>
      </p>
    )}
  </Notice>
);

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const known = asPortalError(error);
  // The page turns to the sign-in by itself.
  return known.code === 'not-signed-in' ? null : <PartFailure error={known} onRetry={onRetry} />;
}

/** The viewer as clients have it. */
export function PortalViewer({ children }: { children: ReactNode }) {
  const intl = useIntl();
  const side = useMemo(
    (): ViewerSide => ({
      say: (word, values) => intl.formatMessage({ id: `document.viewer.${word}` }, values),
      readPart,
      Act,
      Wait,
      Note,
      Failure,
    }),
    [intl],
  );
  return <ViewerSideProvider value={side}>{children}</ViewerSideProvider>;
}
