import { Reply } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { MessageView } from '../../contract/message';
import { loadMessage } from './message-api';
import { useDossier } from '../dossier/dossier-context';
import { ButtonLink } from '../ui/button';
import { Moment } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { Attachments } from './attachments';
import { BackToMessages } from './back-to-messages';
import { Correspondent, Original } from './message-text';

const Message = ({ message, addressOf }: { message: MessageView; addressOf: (id: string) => string }) => (
  <article className="message">
    <PageHeading words={message.subject} />
    <p className="row-facts">
      <Correspondent direction={message.direction} author={message.author} />
      <Moment at={message.sentAt} />
    </p>
    <p className="message-body">{message.body}</p>
    <Attachments attachments={message.attachments} />
    {message.abilities.reply && (
      <p className="page-act">
        <ButtonLink kind="primary" to={`${addressOf(message.id)}/reply`}>
          <Reply aria-hidden="true" />
          <FormattedMessage id="message.reply.button" />
        </ButtonLink>
      </p>
    )}
    {message.replyTo && <Original message={message.replyTo} address={addressOf(message.replyTo.id)} />}
  </article>
);

/** One message; loading it is what makes it read. */
export function MessagePage() {
  const { messageId = '' } = useParams();
  const { dossier, reload } = useDossier();
  const resource = useResource(useCallback((signal) => loadMessage(messageId, signal), [messageId]));
  const opened = resource.value?.id;
  useEffect(() => {
    if (opened) reload();
  }, [opened, reload]);
  return (
    <>
      <BackToMessages dossier={dossier} />
      <Loaded resource={resource} page>
        {(message) => (
          <Message message={message} addressOf={(id) => `/dossiers/${dossier.id}/messages/${id}`} />
        )}
      </Loaded>
    </>
  );
}
