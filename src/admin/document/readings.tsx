import { Box, Flex, Typography } from '@strapi/design-system';
import { Check, Clock, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { DocumentReading } from '../../contract/document';
import { useFigures, useSay } from '../words';

type Reading = Pick<DocumentReading, 'reader' | 'openedAt'> & Partial<DocumentReading>;

const ReadLine = ({ children }: { children: ReactNode }) => (
  <Flex gap={1} alignItems="baseline">
    <Check aria-hidden width="1.2rem" height="1.2rem" fill="success700" />
    <Typography textColor="success700">{children}</Typography>
  </Flex>
);

const UnreadLine = ({ children }: { children: ReactNode }) => (
  <Flex gap={1} alignItems="baseline">
    <Clock aria-hidden width="1.2rem" height="1.2rem" fill="neutral600" />
    <Typography textColor="neutral600">{children}</Typography>
  </Flex>
);

const ReadingLines = ({ openedAt, downloadedAt }: Reading) => {
  const say = useSay();
  const { moment } = useFigures();
  if (!openedAt && !downloadedAt) return <UnreadLine>{say('desk.reading.not-opened')}</UnreadLine>;
  return (
    <>
      {openedAt && <ReadLine>{say('desk.reading.opened', { moment: moment(openedAt) })}</ReadLine>}
      {downloadedAt && (
        <ReadLine>{say('desk.reading.downloaded', { moment: moment(downloadedAt) })}</ReadLine>
      )}
    </>
  );
};

const FailedLine = ({ children }: { children: ReactNode }) => (
  <Flex gap={1} alignItems="baseline">
    <WarningCircle aria-hidden width="1.2rem" height="1.2rem" fill="danger700" />
    <Typography textColor="danger700">{children}</Typography>
  </Flex>
);

/** Whether the mail that tells of it has reached the client's mail server; nobody is told more than is known. */
export const NotificationLine = ({ notification, notifiedAt = null }: Partial<DocumentReading>) => {
  const say = useSay();
  const { moment } = useFigures();
  if (notification === undefined) return null;
  if (notification === 'sent' && notifiedAt !== null)
    return <ReadLine>{say('desk.notification.sent', { moment: moment(notifiedAt) })}</ReadLine>;
  const Line = notification === 'failed' || notification === 'retrying' ? FailedLine : UnreadLine;
  return <Line>{say(`desk.notification.${notification}`)}</Line>;
};

interface ReadingsProps {
  readings: Reading[];
  /** Of a withdrawn document only those who had read it are kept. */
  withdrawn?: boolean;
}

/** For each account of the client: whether it has opened or downloaded this, and when. */
export const Readings = ({ readings, withdrawn = false }: ReadingsProps) => {
  const say = useSay();
  if (readings.length === 0) {
    const word = withdrawn ? 'desk.reading.never' : 'desk.reading.no-account';
    return <Typography textColor="neutral600">{say(word)}</Typography>;
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} minWidth="22rem">
      {readings.map((reading) => (
        <Box key={reading.reader}>
          <Typography variant="pi" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {reading.reader}
          </Typography>
          <NotificationLine {...reading} />
          <ReadingLines {...reading} />
        </Box>
      ))}
    </Flex>
  );
};
