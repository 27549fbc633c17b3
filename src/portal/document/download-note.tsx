import { FormattedMessage } from 'react-intl';
import { deviceHere } from '../ui/device';
import { Notice } from '../ui/notice';

const TEXTS = {
  apple: 'document.saved.apple',
  android: 'document.saved.android',
  computer: 'document.saved.computer',
} as const;

/** R69: where the file is after a download, on this kind of device. */
export const DownloadNote = ({ name }: { name: string | null }) => (
  <div role="status" className="download-note">
    {name !== null && (
      <Notice kind="info">
        <p>
          <FormattedMessage id={TEXTS[deviceHere()]} values={{ name: <strong>{name}</strong> }} />
        </p>
      </Notice>
    )}
  </div>
);
