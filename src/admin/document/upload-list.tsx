import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Cross, File as FileIcon, Play, WarningCircle } from '@strapi/icons';
import { mayPass } from '../../sending/line';
import type { Batch, Outgoing, Sending } from '../../sending/uploads';
import { useErrorText } from '../ui/error-text';
import { useFigures, useSay, type Say } from '../words';

const stateText = ({ state, share, away }: Outgoing, say: Say): string => {
  if (state === 'waiting') return say('desk.upload.waiting');
  if (state === 'paused') return say('desk.upload.paused');
  if (away) return say('desk.upload.away');
  if (share >= 1) return say('desk.upload.checking');
  return say('desk.upload.sending', { percent: Math.floor(share * 100) });
};

/** The panel's own bar is made for dark ground: on white its filled part cannot be seen. */
const Bar = ({ label, share }: { label: string; share: number }) => {
  const percent = Math.round(share * 100);
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      background="neutral200"
      hasRadius
      height="0.6rem"
      marginTop={2}
      overflow="hidden"
    >
      <Box background="primary600" height="100%" width={`${percent}%`} />
    </Box>
  );
};

/** How far all files are that were chosen together. */
const Whole = ({ outgoing, arrived }: Batch) => {
  const say = useSay();
  const left = outgoing.filter(({ state }) => state !== 'refused');
  const count = left.length + arrived.files;
  if (count < 2) return null;
  const total = left.reduce((sum, { file }) => sum + file.size, arrived.bytes);
  const sent = left.reduce((sum, { file, share }) => sum + file.size * share, arrived.bytes);
  return (
    <Box paddingTop={3} paddingBottom={3}>
      <Typography fontWeight="bold">{say('desk.upload.all')}</Typography>{' '}
      <Typography textColor="neutral600">
        {say('desk.upload.count', { done: arrived.files, count })}
      </Typography>
      <Bar label={say('desk.upload.all')} share={total === 0 ? 0 : sent / total} />
    </Box>
  );
};

interface ActsProps {
  one: Outgoing;
  uploads: Sending;
}

/** What can be done with a file: on, or not on. */
const Acts = ({ one: { key, file, state, share, error }, uploads }: ActsProps) => {
  const say = useSay();
  const { name } = file;
  const goOn = () => uploads.again(key);
  return (
    <>
      {state === 'refused' && mayPass(error) && (
        <Button variant="tertiary" size="S" type="button" startIcon={<ArrowClockwise />} onClick={goOn}>
          {say('desk.upload.retry')}
        </Button>
      )}
      {state === 'paused' && (
        <Button
          variant="tertiary"
          size="S"
          type="button"
          startIcon={<Play />}
          aria-label={say('desk.upload.resume.named', { name })}
          onClick={goOn}
        >
          {say('desk.upload.resume')}
        </Button>
      )}
      {(state === 'waiting' || (state === 'sending' && share < 1)) && (
        <Button
          variant="tertiary"
          size="S"
          type="button"
          aria-label={say('desk.upload.pause.named', { name })}
          onClick={() => uploads.pause(key)}
        >
          {say('desk.upload.pause')}
        </Button>
      )}
    </>
  );
};

/** The button that was pressed goes away with its file: the focus moves to the group it stood in. */
export const focusUploads = (within: Element): void =>
  within.closest<HTMLElement>('[data-uploads]')?.focus({ preventScroll: true });

/** The same for what was chosen elsewhere on the page and is on its way there now. */
export const focusPublishing = (): void => document.querySelector<HTMLElement>('[data-uploads]')?.focus();

const UploadLine = ({ one, uploads }: ActsProps) => {
  const say = useSay();
  const errorText = useErrorText();
  const { size } = useFigures();
  const { key, file, state, share, error } = one;
  const { name } = file;
  const isRefused = state === 'refused';
  const [Icon, colour] = isRefused ? [WarningCircle, 'danger700'] : [FileIcon, 'neutral600'];
  return (
    <Flex tag="li" gap={3} alignItems="flex-start" paddingTop={3} paddingBottom={3} wrap="wrap">
      <Box shrink={0} paddingTop={1}>
        <Icon aria-hidden fill={colour} width="1.6rem" height="1.6rem" />
      </Box>
      <Box flex="1 1 16rem" minWidth={0}>
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>{' '}
        <Typography textColor="neutral600">{size(file.size)}</Typography>
        <Typography tag="p" textColor={colour} role={isRefused ? 'alert' : undefined}>
          {isRefused ? errorText(error) : stateText(one, say)}
        </Typography>
        {(state === 'sending' || state === 'paused') && (
          <Bar label={say('desk.upload.progress', { name })} share={share} />
        )}
      </Box>
      <Flex gap={2}>
        <Acts one={one} uploads={uploads} />
        <IconButton
          label={say(isRefused ? 'desk.upload.remove' : 'desk.upload.cancel', { name })}
          variant="ghost"
          type="button"
          onClick={({ currentTarget }: { currentTarget: Element }) => {
            focusUploads(currentTarget);
            uploads.drop(key);
          }}
        >
          <Cross />
        </IconButton>
      </Flex>
    </Flex>
  );
};

/** The files that are on their way or were refused, each with its progress or its reason. */
export const UploadList = ({ uploads }: { uploads: Sending }) => {
  const say = useSay();
  if (uploads.outgoing.length === 0) return null;
  return (
    <Box width="100%">
      <Whole outgoing={uploads.outgoing} arrived={uploads.arrived} />
      <ul aria-label={say('desk.upload.list')}>
        {uploads.outgoing.map((one) => (
          <UploadLine key={one.key} one={one} uploads={uploads} />
        ))}
      </ul>
    </Box>
  );
};
