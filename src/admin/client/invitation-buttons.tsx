import { Flex, Typography } from '@strapi/design-system';
import type { DeskClient } from '../../contract/client';
import { useSay } from '../words';
import { InvitationButton } from './invitation-button';
import { LetterButton } from './letter-button';
import { RevokeButton } from './revoke-button';

interface InvitationButtonsProps {
  client: DeskClient;
  /** Something was done; what is shown may be old. */
  onChanged: () => void;
}

/** What may be done about the client's invitation, as the server says. */
export const InvitationButtons = ({ client, onChanged }: InvitationButtonsProps) => {
  const say = useSay();
  const { invite, revoke, letter } = client.abilities;
  if (client.communication !== 'portal') {
    return <Typography textColor="neutral600">{say('desk.client.not-invitable')}</Typography>;
  }
  return (
    <Flex gap={2} wrap="wrap">
      {revoke && <RevokeButton client={client} onRevoked={onChanged} />}
      {invite && <InvitationButton client={client} onInvited={onChanged} />}
      {letter && <LetterButton client={client} onWritten={onChanged} />}
    </Flex>
  );
};
