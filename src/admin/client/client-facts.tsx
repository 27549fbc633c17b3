import { Box } from '@strapi/design-system';
import type { DeskClient } from '../../contract/client';
import { Fact, Facts } from '../ui/fact';
import { useFigures, useSay } from '../words';
import { AccountStatus } from './account-status';

/** All that is known of a client, with the state of the account. */
export const ClientFacts = ({ client }: { client: DeskClient }) => {
  const say = useSay();
  const { moment } = useFigures();
  const { communication, language, kind, email, pendingEmail, phone, userName, consentedAt } = client;
  const { invitedAt, openedAt, activatedAt } = client;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Facts>
        <Fact name={say('desk.client.account')}>
          <AccountStatus state={client.accountState} />
        </Fact>
        {userName !== null && <Fact name={say('desk.client.user-name')}>{userName}</Fact>}
        <Fact name={say('desk.client.email')}>{email}</Fact>
        {pendingEmail && (
          <Fact name={say('desk.client.pending-email')}>
            {say('desk.client.pending-email.value', { email: pendingEmail })}
          </Fact>
        )}
        <Fact name={say('desk.client.phone')}>{phone ?? say('desk.none')}</Fact>
        <Fact name={say('desk.client.kind')}>{say(`desk.kind.${kind}`)}</Fact>
        <Fact name={say('desk.client.language')}>{say(`desk.language.${language}`)}</Fact>
        <Fact name={say('desk.client.communication')}>{say(`desk.communication.${communication}`)}</Fact>
        {consentedAt && <Fact name={say('desk.client.consented')}>{moment(consentedAt)}</Fact>}
        {invitedAt && <Fact name={say('desk.client.invited')}>{moment(invitedAt)}</Fact>}
        {openedAt && <Fact name={say('desk.client.opened')}>{moment(openedAt)}</Fact>}
        {activatedAt && <Fact name={say('desk.client.activated')}>{moment(activatedAt)}</Fact>}
      </Facts>
    </Box>
  );
};
