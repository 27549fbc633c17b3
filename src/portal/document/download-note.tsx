import { FormattedMessage } from 'react-intl';
import { Notice } from '../ui/notice';

const device = (): 'apple' | 'android' | 'computer' => {
  if (/iPhone|iPad|iPod/.test(navigator.userAgent)) return 'apple';
  return /Android/.test(navigator.userAgent) ? 'android' : 'computer';
};

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
          <FormattedMessage id={TEXTS[device()]} values={{ name: <strong>{name}</strong> }} />
        </p>
      </Notice>
    )}
  </div>
);
