import { Paperclip, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { MessageRow } from '../../contract/message';
import { messagesQuestion } from './message-api';
import { useDossier } from '../dossier/dossier-context';
import { ButtonLink } from '../ui/button';
import { Empty } from '../ui/empty';
import { Moment } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { useResource } from '../ui/resource';
import { Correspondent } from './message-text';

function UnreadMark() {
  const intl = useIntl();
  return (
    <span className="row-eye" role="img" aria-label={intl.formatMessage({ id: 'message.unread.label' })}>
      <span className="dot" />
    </span>
  );
}

const Attachments = ({ count }: { count: number }) => (
  <span className="with-icon">
    <Paperclip aria-hidden="true" className="small-icon" />
    <FormattedMessage id="message.list.attachments" values={{ count }} />
  </span>
);

const Row = ({ message, address }: { message: MessageRow; address: string }) => (
  <li className="row message-row" data-unread={message.unread}>
    {message.unread ? <UnreadMark /> : <span className="row-eye" />}
    <div className="row-main">
      <Link to={address} className="row-title stretched">
        {message.subject}
      </Link>
      <p className="row-facts">
        <Correspondent direction={message.direction} author={message.author} />
        <Moment at={message.sentAt} />
        {message.attachmentCount > 0 && <Attachments count={message.attachmentCount} />}
      </p>
    </div>
  </li>
);

/** One list of what came and what went (R70). */
export function MessagesPage() {
  const { dossier } = useDossier();
  const list = useResource(useMemo(() => messagesQuestion(dossier.id), [dossier.id]));
  const below = `/dossiers/${dossier.id}/messages`;
  return (
    <>
      {dossier.abilities.write && (
        <p className="page-act new-message">
          <ButtonLink kind="primary" to={`${below}/new`}>
            <Plus aria-hidden="true" />
            <FormattedMessage id="message.new.button" />
          </ButtonLink>
        </p>
      )}
      <Loaded resource={list}>
        {({ messages }) =>
          messages.length > 0 ? (
            <ul className="rows">
              {messages.map((message) => (
                <Row key={message.id} message={message} address={`${below}/${message.id}`} />
              ))}
            </ul>
          ) : (
            <Empty>
              <FormattedMessage id="message.list.empty" />
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
