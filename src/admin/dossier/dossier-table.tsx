import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { DeskDossierRow } from '../../contract/dossier';
import { NewBadge } from '../ui/new-badge';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';
import { DossierStatus } from './dossier-status';

const columnsOf = (say: Say, { moment }: Figures): Column<DeskDossierRow>[] => [
  {
    name: say('desk.dossier.description'),
    cell: ({ id, description }) => (
      <Link tag={NavLink} to={`/dossiers/${id}`}>
        {description}
      </Link>
    ),
  },
  { name: say('desk.dossier.number'), cell: ({ number }) => number },
  { name: say('desk.dossier.client'), cell: ({ client }) => client.name },
  { name: say('desk.dossier.status'), cell: ({ status }) => <DossierStatus status={status} /> },
  {
    name: say('desk.dossier.new-messages'),
    cell: ({ unreadMessages, unreadRemarks }) =>
      unreadMessages + unreadRemarks > 0 ? (
        <Flex>
          <NewBadge>{say('desk.dossier.new-count', { count: unreadMessages + unreadRemarks })}</NewBadge>
        </Flex>
      ) : (
        <Typography textColor="neutral600">{say('desk.none')}</Typography>
      ),
  },
  { name: say('desk.dossier.last-activity'), cell: ({ lastActivityAt }) => moment(lastActivityAt) },
];

interface DossierTableProps {
  label: string;
  dossiers: DeskDossierRow[];
  withClient: boolean;
}

export const DossierTable = ({ label, dossiers, withClient }: DossierTableProps) => {
  const say = useSay();
  const figures = useFigures();
  const clientColumn = say('desk.dossier.client');
  const columns = columnsOf(say, figures).filter(({ name }) => withClient || name !== clientColumn);
  return <Records label={label} columns={columns} records={dossiers} idOf={({ id }) => id} />;
};
