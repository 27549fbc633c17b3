import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useCallback, useEffect } from 'react';
import type { DeskDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import type { Composer } from './composer';
import { MessageForm } from './message-form';
import { MessageTable } from './message-table';
import { OpenedMessage } from './opened-message';

interface MessageListProps {
  dossier: DeskDossier;
  composer: Composer;
}

const MessageList = ({ dossier, composer: { write, sentCount } }: MessageListProps) => {
  const say = useSay();
  const desk = useDesk();
  const messages = useLoaded(useCallback(() => desk.messages(dossier.id), [desk, dossier.id]));
  const { reload } = messages;
  useEffect(() => {
    if (sentCount > 0) void reload();
  }, [sentCount, reload]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="flex-end">
        <Button startIcon={<Plus />} onClick={() => write(null)}>
          {say('desk.message.new')}
        </Button>
      </Flex>
      <LoadedView loaded={messages}>
        {(found) =>
          found.length > 0 ? (
            <MessageTable dossier={dossier} messages={found} />
          ) : (
            <Empty>{say('desk.messages.empty')}</Empty>
          )
        }
      </LoadedView>
    </Flex>
  );
};

interface MessagesTabProps extends MessageListProps {
  /** The message that is open, or undefined for the list. */
  messageId: string | undefined;
  onOpened: () => void;
}

export const MessagesTab = ({ dossier, composer, messageId, onOpened }: MessagesTabProps) => (
  <>
    {messageId ? (
      <OpenedMessage
        key={messageId}
        id={messageId}
        dossier={dossier}
        onReply={composer.write}
        onOpened={onOpened}
      />
    ) : (
      <MessageList dossier={dossier} composer={composer} />
    )}
    <MessageForm composer={composer} />
  </>
);
