import { ChevronRight, FileText, Folder, Mail, MessageSquareText } from 'lucide-react';
import { forwardRef, memo } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { DossierRow } from '../../contract/dossier';
import { DayOf } from '../ui/format';
import { Status } from './dossier-status';

const News = ({ dossier: { unreadDocuments, unreadMessages, unreadRemarks } }: { dossier: DossierRow }) => (
  <span className="marks">
    {unreadDocuments > 0 && (
      <span className="mark">
        <FileText aria-hidden="true" />
        <FormattedMessage id="dossier.list.unread-documents" values={{ count: unreadDocuments }} />
      </span>
    )}
    {unreadMessages > 0 && (
      <span className="mark">
        <Mail aria-hidden="true" />
        <FormattedMessage id="dossier.list.unread-messages" values={{ count: unreadMessages }} />
      </span>
    )}
    {unreadRemarks > 0 && (
      <span className="mark">
        <MessageSquareText aria-hidden="true" />
        <FormattedMessage id="dossier.list.unread-remarks" values={{ count: unreadRemarks }} />
      </span>
    )}
  </span>
);

/** Drawn again only when the dossier has changed: a long list grows without being drawn from its beginning. */
const Row = memo(({ dossier }: { dossier: DossierRow }) => (
  <li className="row dossier-row">
    <Folder aria-hidden="true" className="row-icon" />
    <div className="row-main">
      <Link to={`/dossiers/${dossier.id}`} className="row-title stretched">
        {dossier.description}
      </Link>
      <p className="row-facts">
        <span>{dossier.number}</span>
        <Status status={dossier.status} />
        <span>
          <FormattedMessage
            id="dossier.list.activity"
            values={{ date: <DayOf at={dossier.lastActivityAt} /> }}
          />
        </span>
      </p>
      <News dossier={dossier} />
    </div>
    <ChevronRight aria-hidden="true" className="row-lead" />
  </li>
));
Row.displayName = 'Row';

/** The dossiers, with what is new in each. */
export const DossierRows = forwardRef<HTMLUListElement, { dossiers: readonly DossierRow[] }>(
  function DossierRows({ dossiers }, ref) {
    return (
      <ul ref={ref} className="rows">
        {dossiers.map((dossier) => (
          <Row key={dossier.id} dossier={dossier} />
        ))}
      </ul>
    );
  },
);
