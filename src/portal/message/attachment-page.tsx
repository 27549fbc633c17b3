import { ChevronLeft } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useParams } from 'react-router-dom';
import type { SentAttachment } from '../../contract/document';
import { DownloadLink } from '../document/document-row';
import { DownloadNote } from '../document/download-note';
import { Content } from '../document/viewer/content';
import { useDossier } from '../dossier/dossier-context';
import { Loaded } from '../ui/loaded';
import { NotFound } from '../ui/not-found';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { loadMessage } from './message-api';

/** What is read here is counted apart from what stands in the tabs: no number on the page changes by it. */
const noteNothing = (): void => undefined;

const BackToMessage = ({ subject }: { subject: string }) => (
  <Link to="../.." relative="path" className="back">
    <ChevronLeft aria-hidden="true" />
    <FormattedMessage id="message.attachment.back" values={{ subject }} />
  </Link>
);

function Shown({ attachment, onGone }: { attachment: SentAttachment; onGone: () => void }) {
  const { shown } = useDossier();
  const [saved, setSaved] = useState<string | null>(null);
  const { id, name, abilities } = attachment;
  useEffect(() => shown.note(id), [shown, id]);
  return (
    <>
      <div className="viewer-head">
        <PageHeading words={name} />
        <DownloadLink
          id={id}
          name={name}
          kind={abilities.view ? 'plain' : 'primary'}
          onPress={() => setSaved(name)}
        />
      </div>
      <DownloadNote name={saved} />
      <Content document={attachment} canView={abilities.view} onOpened={noteNothing} onGone={onGone} />
    </>
  );
}

/** What came with a message, to be read here (R61). Withdrawn, of another message or another's, it is not found. */
function AttachmentOf({ messageId, attachmentId }: { messageId: string; attachmentId: string }) {
  const [gone, setGone] = useState(false);
  const onGone = useCallback(() => setGone(true), []);
  const resource = useResource(useCallback((signal) => loadMessage(messageId, signal), [messageId]));
  return (
    <Loaded resource={resource} page lines={6}>
      {({ subject, attachments }) => {
        const attachment = attachments.find(({ id }) => id === attachmentId);
        if (!attachment || gone) return <NotFound />;
        return (
          <>
            <BackToMessage subject={subject} />
            <Shown attachment={attachment} onGone={onGone} />
          </>
        );
      }}
    </Loaded>
  );
}

export function AttachmentPage() {
  const { messageId = '', attachmentId = '' } = useParams();
  return <AttachmentOf key={attachmentId} messageId={messageId} attachmentId={attachmentId} />;
}
