import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import type { ProofEvent, ProofPage } from '../../contract/proof';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { Empty } from '../ui/empty';
import { useErrorText } from '../ui/error-text';
import { LoadedView } from '../ui/loaded-view';
import { Notice } from '../ui/notice';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';
import { ExportButtons } from './export-buttons';

const columnsOf = (say: Say, { moment }: Figures): Column<ProofEvent>[] => [
  {
    name: say('desk.proof.document'),
    cell: ({ documentName, sha256 }) => (
      <Box maxWidth="36rem">
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {documentName}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {sha256}
        </Typography>
      </Box>
    ),
  },
  {
    name: say('desk.proof.what'),
    cell: ({ kind, successor }) => (
      <Box maxWidth="28rem">
        <Typography>{say(`desk.proof.kind.${kind}`)}</Typography>
        {successor !== null && (
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {say('desk.proof.successor', { successor })}
          </Typography>
        )}
      </Box>
    ),
  },
  { name: say('desk.proof.at'), cell: ({ at }) => moment(at) },
  {
    name: say('desk.proof.who'),
    cell: ({ actorType, actor }) => (actorType === 'portal' ? say('desk.proof.portal') : actor),
  },
  { name: say('desk.proof.from'), cell: ({ address }) => address },
];

/** What is older than the first page, page by page. */
const useOlder = (dossierId: string) => {
  const desk = useDesk();
  const errorText = useErrorText();
  const [older, setOlder] = useState<ProofPage>();
  const [failure, setFailure] = useState<string>();
  const more = async (before: number) => {
    try {
      const page = await desk.proof(dossierId, before);
      setFailure(undefined);
      setOlder((known) => ({ events: [...(known?.events ?? []), ...page.events], next: page.next }));
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  return { older, failure, more };
};

const Events = ({ dossierId, first }: { dossierId: string; first: ProofPage }) => {
  const say = useSay();
  const figures = useFigures();
  const { older, failure, more } = useOlder(dossierId);
  const known = new Set(older?.events.map(({ seq }) => seq));
  // New events push the first page's last ones onto what was loaded before.
  const events = [...first.events.filter(({ seq }) => !known.has(seq)), ...(older?.events ?? [])];
  const next = older === undefined ? first.next : older.next;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Records
        label={say('desk.tab.proof')}
        columns={columnsOf(say, figures)}
        records={events}
        idOf={({ seq }) => String(seq)}
      />
      {failure !== undefined && <Notice variant="danger">{failure}</Notice>}
      {next !== null && (
        <Box>
          <Button variant="tertiary" onClick={() => void more(next)}>
            {say('desk.proof.older')}
          </Button>
        </Box>
      )}
    </Flex>
  );
};

/** A dossier's proof log (R104), and its export (B1). */
export const ProofTab = ({ dossierId, number }: { dossierId: string; number: string }) => {
  const say = useSay();
  const desk = useDesk();
  const proof = useLoaded(useCallback(() => desk.proof(dossierId), [desk, dossierId]));
  return (
    <LoadedView loaded={proof}>
      {(first) =>
        first.events.length > 0 ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral700">{say('desk.proof.about')}</Typography>
            <ExportButtons dossierId={dossierId} number={number} />
            <Events dossierId={dossierId} first={first} />
          </Flex>
        ) : (
          <Empty>{say('desk.proof.empty')}</Empty>
        )
      }
    </LoadedView>
  );
};
