import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { DeskClient } from '../../contract/client';
import { ClientAccounts } from '../account/client-accounts';
import { useDesk } from '../api';
import { DossierTable } from '../dossier/dossier-table';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { ClientFacts } from './client-facts';
import { BlockButton } from './block-button';
import { InvitationButtons } from './invitation-buttons';

const DossiersOfClient = ({ client }: { client: DeskClient }) => {
  const say = useSay();
  const desk = useDesk();
  const dossiers = useLoaded(useCallback(() => desk.dossiers(client.number), [desk, client.number]));
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="client-dossiers">
      <Typography tag="h2" variant="beta" id="client-dossiers">
        {say('desk.client.dossiers')}
      </Typography>
      <LoadedView loaded={dossiers}>
        {(found) => {
          const own = found.filter((dossier) => dossier.client.id === client.id);
          return own.length > 0 ? (
            <DossierTable label={say('desk.client.dossiers')} dossiers={own} withClient={false} />
          ) : (
            <Empty>{say('desk.client.no-dossiers')}</Empty>
          );
        }}
      </LoadedView>
    </Flex>
  );
};

export const ClientPage = () => {
  const say = useSay();
  const desk = useDesk();
  const { id = '' } = useParams();
  const client = useLoaded(useCallback(() => desk.client(id), [desk, id]));
  const { data } = client;
  return (
    <DeskPage
      title={data?.name ?? say('desk.client.title')}
      subtitle={data && say('desk.client.numbered', { number: data.number })}
      back={{ to: '/clients', label: say('desk.clients.title') }}
      primaryAction={
        data && (
          <Flex gap={2}>
            <BlockButton client={data} onChanged={() => void client.reload()} />
            <InvitationButtons client={data} onChanged={() => void client.reload()} />
          </Flex>
        )
      }
    >
      <Layouts.Content>
        <LoadedView loaded={client}>
          {(found) => (
            <>
              <ClientFacts client={found} />
              <Box paddingTop={8}>
                {/* What changes the client's whole access changes each account. */}
                <ClientAccounts
                  key={found.accountState}
                  client={found}
                  onChanged={() => void client.reload()}
                />
              </Box>
              <Box paddingTop={8} paddingBottom={8}>
                <DossiersOfClient client={found} />
              </Box>
            </>
          )}
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
