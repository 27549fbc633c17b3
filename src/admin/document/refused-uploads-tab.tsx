import { Box, Flex, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { REFUSAL_REASONS, type RefusedUpload } from '../../contract/document';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';

const reasonText = (reason: string, say: Say): string => {
  const known = REFUSAL_REASONS.find((candidate) => candidate === reason);
  return say(known ? `desk.refusal.reason.${known}` : 'desk.refusal.reason.other');
};

const columnsOf = (say: Say, { moment, size }: Figures): Column<RefusedUpload>[] => [
  {
    name: say('desk.refusal.file'),
    cell: (refusal) => (
      <Box maxWidth="36rem">
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {refusal.name}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {size(refusal.size)}
        </Typography>
      </Box>
    ),
  },
  { name: say('desk.refusal.at'), cell: ({ at }) => moment(at) },
  { name: say('desk.refusal.actor'), cell: ({ actor }) => actor },
  {
    name: say('desk.refusal.reason'),
    cell: ({ reason }) => <Typography textColor="danger700">{reasonText(reason, say)}</Typography>,
  },
  { name: say('desk.refusal.signature'), cell: ({ signature }) => signature ?? say('desk.none') },
];

/** Uploads that were turned away (R27). */
export const RefusedUploadsTab = ({ dossierId }: { dossierId: string }) => {
  const say = useSay();
  const desk = useDesk();
  const figures = useFigures();
  const refusals = useLoaded(useCallback(() => desk.refusedUploads(dossierId), [desk, dossierId]));
  return (
    <LoadedView loaded={refusals}>
      {(found) =>
        found.length > 0 ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral700">{say('desk.refusals.about')}</Typography>
            <Records
              label={say('desk.tab.refused-uploads')}
              columns={columnsOf(say, figures)}
              records={found}
              idOf={({ id }) => id}
            />
          </Flex>
        ) : (
          <Empty>{say('desk.refusals.empty')}</Empty>
        )
      }
    </LoadedView>
  );
};
