import { CircleAlert, Paperclip, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AttachmentView } from '../../contract/document';
import type { UploadRules } from '../../contract/upload-rules';
import type { Uploads } from '../../sending/uploads';
import { focusUploads, UploadList } from '../document/upload-list';
import { Button } from '../ui/button';
import { Size } from '../ui/format';

// Who writes without a file never needs it.
const AttachmentDialog = lazy(async () => ({
  default: (await import('./attachment-dialog')).AttachmentDialog,
}));

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
  const [isAdding, setAdding] = useState(false);
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
        <p>
          <Button onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            <FormattedMessage id="message.attachments.add" />
          </Button>
        </p>
      ) : (
        <p className="quiet-text">
          <FormattedMessage id="message.attachments.full" values={{ max: rules.filesPerMessage }} />
        </p>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <AttachmentDialog
            rules={rules}
            free={free}
            onUpload={uploads.add}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
