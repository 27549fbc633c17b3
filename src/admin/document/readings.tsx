import { Box, Flex, Typography } from '@strapi/design-system';
import { Check, Clock } from '@strapi/icons';
import type { DocumentReading } from '../../contract/document';
import { useFigures, useSay } from '../words';

type Reading = Pick<DocumentReading, 'reader' | 'openedAt'> & Partial<DocumentReading>;

const ReadingLines = ({ openedAt, downloadedAt }: Reading) => {
  const say = useSay();
  const { moment } = useFigures();
  if (!openedAt && !downloadedAt) {
    return (
      <Typography tag="p" textColor="neutral600">
        <Clock aria-hidden width="1.2rem" height="1.2rem" /> {say('desk.reading.not-opened')}
      </Typography>
    );
  }
  const lines = [
    openedAt && say('desk.reading.opened', { moment: moment(openedAt) }),
    downloadedAt && say('desk.reading.downloaded', { moment: moment(downloadedAt) }),
  ];
  return (
    <>
      {lines.filter(Boolean).map((line) => (
        <Typography key={line} tag="p" textColor="success700">
          <Check aria-hidden width="1.2rem" height="1.2rem" /> {line}
        </Typography>
      ))}
    </>
  );
};

/** For each account of the client: whether it has opened or downloaded this, and when. */
export const Readings = ({ readings }: { readings: Reading[] }) => {
  const say = useSay();
  if (readings.length === 0) {
    return <Typography textColor="neutral600">{say('desk.reading.no-account')}</Typography>;
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} minWidth="22rem">
      {readings.map((reading) => (
        <Box key={reading.reader}>
          <Typography variant="pi" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {reading.reader}
          </Typography>
          <ReadingLines {...reading} />
        </Box>
      ))}
    </Flex>
  );
};
