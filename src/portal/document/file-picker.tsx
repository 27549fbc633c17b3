import { Upload, type LucideIcon } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import type { DropItem, FileDropItem } from 'react-aria-components/useDragAndDrop';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedMessage, useIntl } from 'react-intl';
import type { UploadRules } from '../../contract/upload-rules';
import { Button } from '../ui/button';
import type { TextId } from '../ui/text-id';
import { UploadLimits } from './upload-rules';

interface Props {
  /** The words on the button. */
  textId: TextId;
  icon?: LucideIcon;
  rules: UploadRules;
  onFiles: (files: readonly File[]) => void;
}

const isFile = (item: DropItem): item is FileDropItem => item.kind === 'file';

/** Choose files with the button, or drop them on it; several at once. */
export function FilePicker({ textId, icon: Icon = Upload, rules, onFiles }: Props) {
  const intl = useIntl();
  return (
    <DropZone
      className="drop-zone"
      aria-label={intl.formatMessage({ id: 'document.drop.label' })}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        void Promise.all(items.filter(isFile).map((item) => item.getFile())).then(onFiles);
      }}
    >
      <FileTrigger allowsMultiple onSelect={(chosen) => chosen && onFiles(Array.from(chosen))}>
        <Button>
          <Icon aria-hidden="true" />
          <FormattedMessage id={textId} />
        </Button>
      </FileTrigger>
      <span className="drop-hint">
        <FormattedMessage id="document.drop.hint" />
      </span>
      <UploadLimits rules={rules} />
    </DropZone>
  );
}
