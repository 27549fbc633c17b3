import { Box, Button, Flex, IconButton, ProgressBar, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, Cross, File as FileIcon, WarningCircle } from '@strapi/icons';
import { useFigures, useSay, type Say } from '../words';
import type { Upload, Uploads } from './uploads';

const stateText = ({ status, sent, failure }: Upload<unknown>, doneText: string, say: Say): string => {
  if (status === 'failed') return failure ?? '';
  if (status === 'done') return doneText;
  if (status === 'waiting') return say('desk.upload.waiting');
  if (sent >= 1) return say('desk.upload.checking');
  return say('desk.upload.sending', { percent: Math.floor(sent * 100) });
};

const LOOKS = {
  waiting: { icon: FileIcon, colour: 'neutral600' },
  sending: { icon: FileIcon, colour: 'neutral600' },
  done: { icon: CheckCircle, colour: 'success700' },
  failed: { icon: WarningCircle, colour: 'danger700' },
} as const;

interface UploadLineProps {
  upload: Upload<unknown>;
  doneText: string;
  onRetry: () => void;
  onDrop: () => void;
}

const UploadLine = ({ upload, doneText, onRetry, onDrop }: UploadLineProps) => {
  const say = useSay();
  const { size } = useFigures();
  const { name } = upload.file;
  const { icon: Icon, colour } = LOOKS[upload.status];
  const underWay = upload.status === 'sending' || upload.status === 'waiting';
  return (
    <Flex tag="li" gap={3} alignItems="flex-start" paddingTop={3} paddingBottom={3}>
      <Box shrink={0} paddingTop={1}>
        <Icon aria-hidden fill={colour} width="1.6rem" height="1.6rem" />
      </Box>
      <Box flex="1" minWidth={0}>
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>{' '}
        <Typography textColor="neutral600">{size(upload.file.size)}</Typography>
        <Typography tag="p" textColor={colour} role={upload.status === 'failed' ? 'alert' : 'status'}>
          {stateText(upload, doneText, say)}
        </Typography>
        {upload.status === 'sending' && (
          <Box paddingTop={2}>
            <ProgressBar
              size="S"
              value={Math.round(upload.sent * 100)}
              aria-label={say('desk.upload.progress', { name })}
              style={{ width: '100%' }}
            />
          </Box>
        )}
      </Box>
      {upload.status === 'failed' && upload.retriable && (
        <Button variant="tertiary" size="S" type="button" startIcon={<ArrowClockwise />} onClick={onRetry}>
          {say('desk.upload.retry')}
        </Button>
      )}
      <IconButton
        label={say(underWay ? 'desk.upload.stop' : 'desk.upload.remove', { name })}
        variant="ghost"
        type="button"
        onClick={onDrop}
      >
        <Cross />
      </IconButton>
    </Flex>
  );
};

interface UploadListProps<Answer> {
  uploads: Uploads<Answer>;
  doneText: string;
  onDrop: (upload: Upload<Answer>) => void;
}

/** Each file with its progress, and the refusal at the file it belongs to. */
export const UploadList = <Answer,>({ uploads, doneText, onDrop }: UploadListProps<Answer>) => {
  const say = useSay();
  if (uploads.uploads.length === 0) return null;
  return (
    <Box tag="ul" aria-label={say('desk.upload.list')} width="100%">
      {uploads.uploads.map((upload) => (
        <UploadLine
          key={upload.key}
          upload={upload}
          doneText={doneText}
          onRetry={() => uploads.retry(upload.key)}
          onDrop={() => onDrop(upload)}
        />
      ))}
    </Box>
  );
};
