import { ChevronRight, FileText, Mail, MessageSquareText } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { UnreadItem } from '../../contract/home';
import { Moment } from '../ui/format';

const KINDS = {
  document: { icon: FileText, text: 'home.unread.document' },
  message: { icon: Mail, text: 'home.unread.message' },
  remark: { icon: MessageSquareText, text: 'home.unread.remark' },
} as const satisfies Record<UnreadItem['kind'], unknown>;

const placeOf = (item: UnreadItem): string => {
  if (item.kind === 'message') return `messages/${item.id}`;
  // A remark stands beside its document.
  return `${item.shelf}/${item.kind === 'remark' ? item.document : item.id}`;
};

const addressOf = (item: UnreadItem): string => `/dossiers/${item.dossier.id}/${placeOf(item)}`;

const Row = ({ item }: { item: UnreadItem }) => {
  const { icon: Icon, text } = KINDS[item.kind];
  return (
    <li className="row" data-unread="true">
      <Icon aria-hidden="true" className="row-icon" />
      <div className="row-main">
        <Link to={addressOf(item)} className="row-title stretched">
          {item.title}
        </Link>
        <p className="row-facts">
          <span>
            <FormattedMessage id={text} values={{ author: item.author }} />
          </span>
          <span>{item.dossier.description}</span>
          <Moment at={item.at} />
        </p>
      </div>
      <ChevronRight aria-hidden="true" className="row-lead" />
    </li>
  );
};

/** What was not opened yet, each a link to itself. */
export const UnreadRows = ({ items }: { items: UnreadItem[] }) => (
  <ul className="rows">
    {items.map((item) => (
      <Row key={item.id} item={item} />
    ))}
  </ul>
);
