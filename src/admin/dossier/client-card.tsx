import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { NavLink } from 'react-router-dom';
import type { DeskDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { AccountStatus } from '../client/account-status';
import { InvitationButtons } from '../client/invitation-buttons';
import { useLoaded } from '../loaded';
import { LoadedView } from '../ui/loaded-view';
import { useFigures, useSay } from '../words';

/** Whose dossier it is, and whether they can already read along. */
export const ClientCard = ({ client: { id } }: Pick<DeskDossier, 'client'>) => {
  const say = useSay();
  const desk = useDesk();
  const { moment } = useFigures();
  const client = useLoaded(useCallback(() => desk.client(id), [desk, id]));
  return (
    <Box
      tag="section"
      aria-labelledby="dossier-client"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      height="100%"
      width="100%"
    >
      <Typography tag="h2" variant="sigma" textColor="neutral600" id="dossier-client">
        {say('desk.dossier.client')}
      </Typography>
      <LoadedView loaded={client}>
        {(found) => (
          <Flex direction="column" alignItems="flex-start" gap={3} paddingTop={3}>
            <Link tag={NavLink} to={`/clients/${found.id}`}>
              {say('desk.dossier.client.option', { name: found.name, number: found.number })}
            </Link>
            <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {[found.email, found.phone].filter(Boolean).join(' · ')}
            </Typography>
            <Flex gap={3} wrap="wrap">
              <AccountStatus state={found.accountState} />
              {found.accountState === 'invited' && found.invitedAt && (
                <Typography variant="pi" textColor="neutral600">
                  {moment(found.invitedAt)}
                </Typography>
              )}
            </Flex>
            <InvitationButtons client={found} onChanged={() => void client.reload()} />
          </Flex>
        )}
      </LoadedView>
    </Box>
  );
};
