import { FolderDown } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import type { DocumentView, ZipChoice } from '../../contract/document';
import { zipAddress } from './document-api';

interface Props {
  dossierId: string;
  /** Of the whole dossier, not of one tab. */
  documents: readonly DocumentView[];
  onPress: () => void;
}

const TEXTS = {
  all: 'document.zip.all',
  unread: 'document.zip.unread',
} as const satisfies Record<ZipChoice, string>;

/** All documents of the dossier in one zip, and those that are new where that is fewer (R62, B12). */
export function DownloadAll({ dossierId, documents, onPress }: Props) {
  const counts = { unread: documents.filter(({ unread }) => unread).length, all: documents.length };
  // A single document has a button of its own.
  if (counts.all < 2) return null;
  const choices: ZipChoice[] = counts.unread > 0 && counts.unread < counts.all ? ['unread', 'all'] : ['all'];
  return (
    <div className="download-all">
      {choices.map((which) => (
        <a
          key={which}
          className="button plain"
          href={zipAddress(dossierId, which)}
          download
          onClick={onPress}
        >
          <FolderDown aria-hidden="true" />
          <FormattedMessage id={TEXTS[which]} values={{ count: counts[which] }} />
        </a>
      ))}
    </div>
  );
}
