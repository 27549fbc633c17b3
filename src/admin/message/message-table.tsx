import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { DeskDossier } from '../../contract/dossier';
import type { MessageRow } from '../../contract/message';
import { NewBadge } from '../ui/new-badge';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';

/** From whom it came, or to whom it went. */
export const partyText = (message: MessageRow, clientName: string, say: Say): string =>
  message.direction === 'from-client'
    ? say('desk.message.from', { name: message.author })
    : say('desk.message.to', { name: clientName });

const columnsOf = (dossier: DeskDossier, say: Say, { moment }: Figures): Column<MessageRow>[] => [
  {
    name: say('desk.message.subject'),
    cell: ({ id, subject, unread }) => (
      <Flex gap={2} wrap="wrap">
        <Link tag={NavLink} to={`/dossiers/${dossier.id}/messages/${id}`}>
          {subject}
        </Link>
        {unread && <NewBadge>{say('desk.message.unread')}</NewBadge>}
      </Flex>
    ),
  },
  {
    name: say('desk.message.party'),
    cell: (message) => (
      <>
        <Typography tag="p">{partyText(message, dossier.client.name, say)}</Typography>
        {message.direction === 'from-firm' && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {say('desk.message.written-by', { name: message.author })}
          </Typography>
        )}
      </>
    ),
  },
  {
    name: say('desk.message.attachments'),
    cell: ({ attachmentCount }) => (attachmentCount > 0 ? attachmentCount : say('desk.none')),
  },
  { name: say('desk.message.sent-at'), cell: ({ sentAt }) => moment(sentAt) },
];

interface MessageTableProps {
  dossier: DeskDossier;
  messages: MessageRow[];
}

export const MessageTable = ({ dossier, messages }: MessageTableProps) => {
  const say = useSay();
  const figures = useFigures();
  return (
    <Records
      label={say('desk.message.list')}
      columns={columnsOf(dossier, say, figures)}
      records={messages}
      idOf={({ id }) => id}
    />
  );
};
