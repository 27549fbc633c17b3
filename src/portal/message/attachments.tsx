import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SentAttachment } from '../../contract/document';
import { DownloadLink, OpenLink } from '../document/document-row';
import { DownloadNote } from '../document/download-note';
import { FileName } from '../ui/file-name';
import { Size } from '../ui/format';

interface AttachmentProps {
  attachment: SentAttachment;
  onDownload: () => void;
}

const Attachment = ({ attachment: { id, name, size, abilities }, onDownload }: AttachmentProps) => (
  <li className="row">
    <Paperclip aria-hidden="true" className="row-icon" />
    <div className="row-main">
      <p className="row-title">
        <FileName name={name} />
      </p>
      <p className="row-facts">
        <span>
          <Size bytes={size} />
        </span>
      </p>
    </div>
    <div className="row-acts">
      {abilities.view && <OpenLink id={id} name={name} to={`attachments/${id}`} canView />}
      <DownloadLink id={id} name={name} onPress={onDownload} />
    </div>
  </li>
);

/** What came with a message: read here where it can be, else downloaded. */
export function Attachments({ attachments }: { attachments: readonly SentAttachment[] }) {
  const [saved, setSaved] = useState<string | null>(null);
  if (attachments.length === 0) return null;
  return (
    <section className="attachments">
      <h2>
        <FormattedMessage id="message.attachments.label" />
      </h2>
      <DownloadNote name={saved} />
      <ul className="rows">
        {attachments.map((attachment) => (
          <Attachment
            key={attachment.id}
            attachment={attachment}
            onDownload={() => setSaved(attachment.name)}
          />
        ))}
      </ul>
    </section>
  );
}
