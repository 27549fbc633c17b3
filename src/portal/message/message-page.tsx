import { Paperclip, Reply } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { AttachmentView } from '../../contract/document';
import type { MessageView } from '../../contract/message';
import { loadMessage } from './message-api';
import { DownloadLink } from '../document/document-row';
import { DownloadNote } from '../document/download-note';
import { useDossier } from '../dossier/dossier-context';
import { ButtonLink } from '../ui/button';
import { Moment, Size } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { BackToMessages } from './back-to-messages';
import { Correspondent, Original } from './message-text';

function Attachments({ attachments }: { attachments: readonly AttachmentView[] }) {
  const [saved, setSaved] = useState<string | null>(null);
  if (attachments.length === 0) return null;
  return (
    <section className="attachments">
      <h2>
        <FormattedMessage id="message.attachments.label" />
      </h2>
      <DownloadNote name={saved} />
      <ul className="rows">
        {attachments.map(({ id, name, size }) => (
          <li key={id} className="row">
            <Paperclip aria-hidden="true" className="row-icon" />
            <div className="row-main">
              <p className="row-title">{name}</p>
              <p className="row-facts">
                <Size bytes={size} />
              </p>
            </div>
            <div className="row-acts">
              <DownloadLink id={id} name={name} onPress={() => setSaved(name)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Message = ({ message, replyAddress }: { message: MessageView; replyAddress: string }) => (
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
        <ButtonLink kind="primary" to={replyAddress}>
          <Reply aria-hidden="true" />
          <FormattedMessage id="message.reply.button" />
        </ButtonLink>
      </p>
    )}
    {message.replyTo && <Original message={message.replyTo} />}
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
          <Message message={message} replyAddress={`/dossiers/${dossier.id}/messages/${message.id}/reply`} />
        )}
      </Loaded>
    </>
  );
}
