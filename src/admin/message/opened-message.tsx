import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useCallback, useEffect } from 'react';
import { NavLink } from 'react-router-dom';
import type { DeskDossier } from '../../contract/dossier';
import type { DeskMessage } from '../../contract/message';
import { useDesk } from '../api';
import { FileButtons } from '../document/file-buttons';
import { Readings } from '../document/readings';
import { useLoaded } from '../loaded';
import { LoadedView } from '../ui/loaded-view';
import { useFigures, useSay } from '../words';
import { partyText } from './message-table';
import { QuotedMessage } from './quoted-message';

interface AttachmentsProps {
  dossierId: string;
  attachments: DeskMessage['attachments'];
}

const Attachments = ({ dossierId, attachments }: AttachmentsProps) => {
  const say = useSay();
  const { size } = useFigures();
  if (attachments.length === 0) return null;
  return (
    <Box tag="section" aria-labelledby="message-attachments">
      <Typography tag="h3" variant="sigma" textColor="neutral600" id="message-attachments">
        {say('desk.message.attachments')}
      </Typography>
      <ul>
        {attachments.map((attachment) => (
          <Flex key={attachment.id} tag="li" gap={2} paddingTop={1}>
            <Typography style={{ overflowWrap: 'anywhere' }}>{attachment.name}</Typography>
            <Typography textColor="neutral600">{size(attachment.size)}</Typography>
            <FileButtons
              dossierId={dossierId}
              id={attachment.id}
              name={attachment.name}
              canView={attachment.abilities.view}
            />
          </Flex>
        ))}
      </ul>
    </Box>
  );
};

interface MessageTextProps {
  message: DeskMessage;
  dossier: DeskDossier;
  onReply: () => void;
}

const MessageText = ({ message, dossier, onReply }: MessageTextProps) => {
  const say = useSay();
  const { moment } = useFigures();
  return (
    <Box tag="article" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Box>
            <Typography tag="h2" variant="beta">
              {message.subject}
            </Typography>
            <Typography tag="p" textColor="neutral600" paddingTop={1}>
              {[partyText(message, dossier.client.name, say), moment(message.sentAt)].join(' · ')}
            </Typography>
          </Box>
          {message.abilities.reply && <Button onClick={onReply}>{say('desk.message.reply')}</Button>}
        </Flex>
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '70ch' }}>
          {message.body}
        </Typography>
        <Attachments dossierId={dossier.id} attachments={message.attachments} />
        {message.direction === 'from-firm' && (
          <Box tag="section" aria-labelledby="message-readings">
            <Typography tag="h3" variant="sigma" textColor="neutral600" id="message-readings">
              {say('desk.message.readings')}
            </Typography>
            <Readings readings={message.readings} />
          </Box>
        )}
        {message.replyTo && <QuotedMessage original={message.replyTo} />}
      </Flex>
    </Box>
  );
};

interface OpenedMessageProps {
  id: string;
  dossier: DeskDossier;
  onReply: (message: DeskMessage) => void;
  /** Opening marks it as seen, so the counts above have changed. */
  onOpened: () => void;
}

export const OpenedMessage = ({ id, dossier, onReply, onOpened }: OpenedMessageProps) => {
  const say = useSay();
  const desk = useDesk();
  const message = useLoaded(useCallback(() => desk.message(id), [desk, id]));
  const openedId = message.data?.id;
  useEffect(() => {
    if (openedId) onOpened();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each message, not each time the page above is drawn
  }, [openedId]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Link tag={NavLink} to={`/dossiers/${dossier.id}/messages`} startIcon={<ArrowLeft />}>
        {say('desk.message.back')}
      </Link>
      <LoadedView loaded={message}>
        {(found) => <MessageText message={found} dossier={dossier} onReply={() => onReply(found)} />}
      </LoadedView>
    </Flex>
  );
};
