import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { UnopenedPage as Found, UnopenedRow } from '../../contract/proof';
import { useDesk } from '../api';
import { NotificationLine } from '../document/readings';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { Empty } from '../ui/empty';
import { useErrorText } from '../ui/error-text';
import { LoadedView } from '../ui/loaded-view';
import { Notice } from '../ui/notice';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';

const columnsOf = (say: Say, { moment }: Figures): Column<UnopenedRow>[] => [
  {
    name: say('desk.proof.document'),
    cell: ({ documentName }) => (
      <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {documentName}
      </Typography>
    ),
  },
  {
    name: say('desk.dossier.title'),
    cell: ({ dossierId, dossier, dossierNumber }) => (
      <Box>
        <Link tag={NavLink} to={`/dossiers/${dossierId}`}>
          {dossier}
        </Link>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {dossierNumber}
        </Typography>
      </Box>
    ),
  },
  { name: say('desk.dossier.client'), cell: ({ client }) => client },
  { name: say('desk.unopened.account'), cell: ({ reader }) => reader },
  { name: say('desk.document.published'), cell: ({ publishedAt }) => moment(publishedAt) },
  {
    name: say('desk.unopened.notification'),
    cell: ({ notification, notifiedAt }) => (
      <NotificationLine notification={notification} notifiedAt={notifiedAt} />
    ),
  },
];

/** The pages after the first, as they are asked for. */
const useMore = () => {
  const desk = useDesk();
  const errorText = useErrorText();
  const [rest, setRest] = useState<Pick<Found, 'rows' | 'next'>>();
  const [failure, setFailure] = useState<string>();
  const more = async (after: string) => {
    try {
      const page = await desk.unopened(after);
      setFailure(undefined);
      setRest((known) => ({ rows: [...(known?.rows ?? []), ...page.rows], next: page.next }));
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  return { rest, failure, more };
};

const List = ({ first }: { first: Found }) => {
  const say = useSay();
  const figures = useFigures();
  const { rest, failure, more } = useMore();
  const next = rest === undefined ? first.next : rest.next;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Records
        label={say('desk.unopened.title')}
        columns={columnsOf(say, figures)}
        records={[...first.rows, ...(rest?.rows ?? [])]}
        idOf={({ documentId, reader }) => `${documentId} ${reader}`}
      />
      {failure !== undefined && <Notice variant="danger">{failure}</Notice>}
      {next !== null && (
        <Box>
          <Button variant="tertiary" onClick={() => void more(next)}>
            {say('desk.unopened.more')}
          </Button>
        </Box>
      )}
    </Flex>
  );
};

/** What clients have left unopened for long, over all dossiers one may see (B2). */
export const UnopenedPage = () => {
  const say = useSay();
  const desk = useDesk();
  const unopened = useLoaded(useCallback(() => desk.unopened(), [desk]));
  const { data } = unopened;
  return (
    <DeskPage
      title={say('desk.unopened.title')}
      subtitle={data && say('desk.unopened.subtitle', { days: data.days })}
    >
      <Layouts.Content>
        <LoadedView loaded={unopened}>
          {(first) =>
            first.rows.length > 0 ? <List first={first} /> : <Empty>{say('desk.unopened.empty')}</Empty>
          }
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
