import { Link } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { NavLink } from 'react-router-dom';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { Records, type Column } from '../ui/records';
import { SearchField, useSearchText } from '../ui/search-field';
import { useSay, type Say } from '../words';
import { AccountStatus } from './account-status';
import { NewClientButton } from './new-client';

const columnsOf = (say: Say): Column<DeskClient>[] => [
  {
    name: say('desk.client.name'),
    cell: ({ id, name }) => (
      <Link tag={NavLink} to={id}>
        {name}
      </Link>
    ),
  },
  { name: say('desk.client.number'), cell: ({ number }) => number },
  { name: say('desk.client.email'), cell: ({ email }) => email },
  {
    name: say('desk.client.communication'),
    cell: ({ communication }) => say(`desk.communication.${communication}`),
  },
  { name: say('desk.client.account'), cell: ({ accountState }) => <AccountStatus state={accountState} /> },
  { name: say('desk.client.dossiers'), cell: ({ dossierCount }) => dossierCount },
];

export const ClientListPage = () => {
  const say = useSay();
  const desk = useDesk();
  const search = useSearchText();
  const clients = useLoaded(useCallback(() => desk.clients(search.settled), [desk, search.settled]));
  return (
    <DeskPage
      title={say('desk.clients.title')}
      subtitle={say('desk.clients.subtitle')}
      primaryAction={<NewClientButton />}
    >
      <Layouts.Action
        startActions={
          <SearchField label={say('desk.clients.search')} text={search.text} onChange={search.setText} />
        }
      />
      <Layouts.Content>
        <LoadedView loaded={clients}>
          {(found) =>
            found.length > 0 ? (
              <Records
                label={say('desk.clients.title')}
                columns={columnsOf(say)}
                records={found}
                idOf={({ id }) => id}
              />
            ) : (
              <Empty>{say(search.settled ? 'desk.clients.none-found' : 'desk.clients.empty')}</Empty>
            )
          }
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
