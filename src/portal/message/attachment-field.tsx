import { CircleAlert, Paperclip, Trash2 } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AttachmentView } from '../../contract/document';
import type { UploadRules } from '../../contract/upload-rules';
import { FilePicker } from '../document/file-picker';
import type { Uploads } from '../../sending/uploads';
import { focusUploads, UploadList } from '../document/upload-list';
import { Button } from '../ui/button';
import { Size } from '../ui/format';

interface Props {
  attachments: readonly AttachmentView[];
  rules: UploadRules;
  uploads: Uploads;
  onDrop: (attachment: AttachmentView) => void;
  error: string | null;
}

function Attached({ attachment, onDrop }: { attachment: AttachmentView; onDrop: () => void }) {
  const intl = useIntl();
  return (
    <li className="upload" data-state="done">
      <div className="upload-head">
        <Paperclip aria-hidden="true" className="small-icon" />
        <span className="upload-name">{attachment.name}</span>
        <span className="upload-size">
          <Size bytes={attachment.size} />
        </span>
        <Button
          kind="icon"
          aria-label={intl.formatMessage({ id: 'message.attachments.drop' }, { name: attachment.name })}
          onPress={({ target }) => {
            focusUploads(target);
            onDrop();
          }}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
    </li>
  );
}

/** The attachments of a message being written: each with a bin until it is sent (R74, R75). */
export function AttachmentField({ attachments, rules, uploads, onDrop, error }: Props) {
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'message.attachments.label' });
  const free = rules.filesPerMessage - attachments.length - uploads.outgoing.length;
  return (
    <div
      className="attachment-field"
      role="group"
      aria-label={label}
      id="attachments"
      tabIndex={-1}
      data-uploads
    >
      <p className="field-label" aria-hidden="true">
        {label}
      </p>
      {error && (
        <p className="field-error">
          <CircleAlert aria-hidden="true" />
          {error}
        </p>
      )}
      {attachments.length > 0 && (
        <ul className="uploads" aria-label={intl.formatMessage({ id: 'message.attachments.ready' })}>
          {attachments.map((attachment) => (
            <Attached key={attachment.id} attachment={attachment} onDrop={() => onDrop(attachment)} />
          ))}
        </ul>
      )}
      <UploadList uploads={uploads} />
      {free > 0 ? (
        <FilePicker
          textId={
            attachments.length + uploads.outgoing.length > 0
              ? 'message.attachments.more'
              : 'message.attachments.add'
          }
          rules={rules}
          onFiles={(files) => uploads.add(files.slice(0, free))}
        />
      ) : (
        <p className="quiet-text">
          <FormattedMessage id="message.attachments.full" values={{ max: rules.filesPerMessage }} />
        </p>
      )}
    </div>
  );
}
