import { BookOpen, Download, Eye, MessageSquareText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { DocumentView } from '../../contract/document';
import { downloadAddress } from './document-api';
import { useDossier } from '../dossier/dossier-context';
import { FileName } from '../ui/file-name';
import { DayOf, Size } from '../ui/format';
import { RemarkMark } from '../remark/remark-mark';
import { Hidden } from '../ui/words';
import { TakeBack } from './take-back';

/** "PDF" from "Draft deed.pdf"; nothing where the name does not say. */
const kindOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? '';

/** R63: the eye at the left marks what was not opened yet. */
function UnreadEye() {
  const intl = useIntl();
  return (
    <span className="row-eye" role="img" aria-label={intl.formatMessage({ id: 'document.unread.label' })}>
      <Eye aria-hidden="true" />
    </span>
  );
}

interface OpenProps {
  id: string;
  name: string;
  to: string;
  canView: boolean;
}

/**
 * The whole row, the eye too, leads to the page that shows the document (R61), or at least what was said about it; who
 * comes back goes on here.
 */
export function OpenLink({ id, name, to, canView }: OpenProps) {
  const { shown } = useDossier();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (shown.isBackFrom(id)) link.current?.focus();
  }, [shown, id]);
  return (
    <Link ref={link} className="button quiet stretched open" to={to}>
      {canView ? <BookOpen aria-hidden="true" /> : <MessageSquareText aria-hidden="true" />}
      <span className="act-words">
        <FormattedMessage id={canView ? 'document.open.link' : 'remark.pane.title'} /> <Hidden>{name}</Hidden>
      </span>
    </Link>
  );
}

interface DownloadProps {
  id: string;
  name: string;
  kind?: 'primary' | 'plain' | 'quiet';
  onPress: () => void;
}

/** Saves a document on the reader's device. */
export const DownloadLink = ({ id, name, kind = 'quiet', onPress }: DownloadProps) => (
  <a className={`button ${kind} download`} href={downloadAddress(id)} download onClick={onPress}>
    <Download aria-hidden="true" />
    <span className="act-words">
      <FormattedMessage id="document.download.link" /> <Hidden>{name}</Hidden>
    </span>
  </a>
);

interface DocumentRowProps {
  document: DocumentView;
  onDownload: () => void;
  onTakenBack: () => void;
}

/** A document: unread mark, name and facts at the left, open and download at the right. */
export const DocumentRow = ({ document, onDownload, onTakenBack }: DocumentRowProps) => {
  const { id, name, size, publishedAt, unread, remarks, abilities } = document;
  return (
    <li className="row document-row" data-unread={unread}>
      {unread ? <UnreadEye /> : <span className="row-eye" />}
      <div className="row-main">
        <p className="row-title">
          <FileName name={name} />
        </p>
        <p className="row-facts">
          <span>
            {kindOf(name) && `${kindOf(name)}, `}
            <Size bytes={size} />
          </span>
          <DayOf at={publishedAt} />
          <RemarkMark remarks={remarks} />
        </p>
      </div>
      <div className="row-acts">
        <OpenLink id={id} name={name} to={id} canView={abilities.view} />
        {abilities.takeBack && <TakeBack document={document} onTakenBack={onTakenBack} />}
        {abilities.download && <DownloadLink id={id} name={name} onPress={onDownload} />}
      </div>
    </li>
  );
};
