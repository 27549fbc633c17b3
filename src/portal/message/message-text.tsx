import { CornerUpLeft, Send } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { Direction, MessageView } from '../../contract/message';
import { useFirm } from '../firm/firm';
import { Moment } from '../ui/format';

/** "From Mr Jansen" or "To the firm" (R70). */
export function Correspondent({ direction, author }: { direction: Direction; author: string }) {
  const { name } = useFirm();
  const Icon = direction === 'from-firm' ? CornerUpLeft : Send;
  return (
    <span className="correspondent">
      <Icon aria-hidden="true" className="small-icon" />
      {direction === 'from-firm' ? (
        <FormattedMessage id="message.from.text" values={{ name: author }} />
      ) : (
        <FormattedMessage id="message.to.text" values={{ name }} />
      )}
    </span>
  );
}

/** The message that another one answers; where its reader has not opened it, the way there instead of its text. */
export const Original = ({
  message,
  address,
}: {
  message: NonNullable<MessageView['replyTo']>;
  address: string;
}) => (
  <section className="original">
    <h2>
      <FormattedMessage id="message.original.title" />
    </h2>
    <p className="row-facts">
      <span>
        <FormattedMessage id="message.from.text" values={{ name: message.author }} />
      </span>
      <Moment at={message.sentAt} />
    </p>
    <p className="original-subject">{message.subject}</p>
    {message.body === null ? (
      <p>
        <Link to={address}>
          <FormattedMessage id="message.original.link" />
        </Link>
      </p>
    ) : (
      <p className="message-body">{message.body}</p>
    )}
  </section>
);
