import { Button, IconButton, Loader } from '@strapi/design-system';
import { useMemo, type ReactNode } from 'react';
import { ViewerSideProvider, type ActProps, type ViewerSide, type ViewerWord } from '../../viewing/side';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSay } from '../words';

const Act = ({ label, icon: Icon, onPress }: ActProps) => (
  <IconButton label={label} variant="ghost" type="button" disabled={!onPress} onClick={() => onPress?.()}>
    <Icon aria-hidden size={18} />
  </IconButton>
);

const Wait = () => {
  const say = useSay();
  return <Loader>{say('desk.loading')}</Loader>;
};

interface AgainProps {
  onAgain: () => void;
  children: ReactNode;
}

/** A sentence with another try. */
const WithAgain = ({ onAgain, children }: AgainProps) => {
  const say = useSay();
  return (
    <>
      {children}{' '}
      <Button variant="tertiary" size="S" type="button" onClick={onAgain}>
        {say('desk.upload.retry')}
      </Button>
    </>
  );
};

const Note: ViewerSide['Note'] = ({ kind, again, children }) => (
  <Notice variant={kind === 'warning' ? 'danger' : 'primary'}>
    {again ? <WithAgain onAgain={again}>{children}</WithAgain> : children}
  </Notice>
);

const Failure: ViewerSide['Failure'] = ({ error, onRetry }) => {
  const errorText = useErrorText();
  return (
    <Notice variant="danger">
      <WithAgain onAgain={onRetry}>{errorText(error)}</WithAgain>
    </Notice>
  );
};

/** The viewer as staff have it; what they read counts for nobody (B2). */
export const DeskViewer = ({ children }: { children: ReactNode }) => {
  const say = useSay();
  const { part } = useDesk();
  const side = useMemo(
    (): ViewerSide => ({
      say: (word: ViewerWord, values) => say(`desk.viewer.${word}`, values),
      readPart: part,
      Act,
      Wait,
      Note,
      Failure,
    }),
    [say, part],
  );
  return <ViewerSideProvider value={side}>{children}</ViewerSideProvider>;
};
