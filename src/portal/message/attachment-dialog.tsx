import { CircleAlert, Plus, Upload, X } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { UploadRules } from '../../contract/upload-rules';
import { FilePicker } from '../document/file-picker';
import { focusUploads } from '../document/upload-list';
import { useWhyNot } from '../document/upload-rules';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FileName } from '../ui/file-name';
import { Size } from '../ui/format';
import { Notice } from '../ui/notice';

interface Props {
  rules: UploadRules;
  /** How many more files the message takes. */
  free: number;
  onUpload: (files: readonly File[]) => void;
  onClose: () => void;
}

interface ChosenProps {
  file: File;
  /** Why the firm does not take it; null where it does. */
  refusal: string | null;
  onDrop: () => void;
}

function Chosen({ file, refusal, onDrop }: ChosenProps) {
  const intl = useIntl();
  return (
    <li className="upload" data-state={refusal === null ? 'done' : 'refused'}>
      <div className="upload-head">
        <span className="upload-name">
          <FileName name={file.name} />
        </span>
        <span className="upload-size">
          <Size bytes={file.size} />
        </span>
        <Button
          kind="icon"
          aria-label={intl.formatMessage({ id: 'message.attachments.drop' }, { name: file.name })}
          onPress={({ target }) => {
            focusUploads(target);
            onDrop();
          }}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
      {refusal !== null && (
        <p className="upload-refusal" role="alert">
          <CircleAlert aria-hidden="true" />
          <span>{refusal}</span>
        </p>
      )}
    </li>
  );
}

/** R74: files are browsed for or dropped, several at a time, each with a cross; nothing goes up before it is said so. */
export function AttachmentDialog({ rules, free, onUpload, onClose }: Props) {
  const intl = useIntl();
  const whyNot = useWhyNot(rules);
  const [files, setFiles] = useState<readonly File[]>([]);
  const good = files.filter((file) => whyNot(file) === undefined);
  const sent = good.slice(0, free);
  return (
    <Dialog title={intl.formatMessage({ id: 'message.attachments.add' })} onClose={onClose}>
      <div className="upload-area" role="group" aria-labelledby="chosen" tabIndex={-1} data-uploads>
        <p id="chosen" role="status" className="quiet-text">
          <FormattedMessage id="message.attachments.chosen" values={{ count: sent.length }} />
        </p>
        {files.length > 0 && (
          <ul className="uploads" aria-labelledby="chosen">
            {files.map((file, place) => (
              <Chosen
                key={`${file.name} ${file.size} ${place}`}
                file={file}
                refusal={whyNot(file)?.sentence ?? null}
                onDrop={() => setFiles(files.filter((other) => other !== file))}
              />
            ))}
          </ul>
        )}
        {good.length > free && (
          <Notice kind="warning">
            <FormattedMessage id="message.attachments.full" values={{ max: rules.filesPerMessage }} />
          </Notice>
        )}
        <FilePicker
          textId={files.length > 0 ? 'message.attachments.more' : 'message.attachments.choose'}
          icon={Plus}
          rules={rules}
          onFiles={(more) => setFiles((old) => [...old, ...more])}
        />
      </div>
      <div className="dialog-buttons">
        <Button
          kind="primary"
          isDisabled={sent.length === 0}
          onPress={() => {
            onUpload(sent);
            onClose();
          }}
        >
          <Upload aria-hidden="true" />
          <FormattedMessage id="message.attachments.upload" values={{ count: sent.length }} />
        </Button>
        <Button onPress={onClose}>
          <FormattedMessage id="page.cancel.button" />
        </Button>
      </div>
    </Dialog>
  );
}
