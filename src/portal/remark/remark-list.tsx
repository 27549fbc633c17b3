import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RemarkView } from '../../contract/remark';
import { Moment } from '../ui/format';

const Remark = ({ remark: { direction, author, body, writtenAt, unread } }: { remark: RemarkView }) => (
  <li className="remark" data-direction={direction}>
    <p className="remark-head">
      <span className="remark-author">{author}</span>
      {unread && (
        <span className="remark-new">
          <FormattedMessage id="remark.new.label" />
        </span>
      )}
    </p>
    <p className="message-body">{body}</p>
    <p className="remark-moment">
      <Moment at={writtenAt} />
    </p>
  </li>
);

/** What was said, the latest at the end and in view; what is added is read out. */
export function RemarkList({ remarks }: { remarks: readonly RemarkView[] }) {
  const intl = useIntl();
  const log = useRef<HTMLDivElement>(null);
  const count = remarks.length;
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [count]);
  return (
    <div
      ref={log}
      role="log"
      className="remark-log"
      aria-label={intl.formatMessage({ id: 'remark.log.label' })}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keyboard.
      tabIndex={0}
    >
      {count === 0 ? (
        <p className="quiet-text">
          <FormattedMessage id="remark.list.empty" />
        </p>
      ) : (
        <ul className="remark-list">
          {remarks.map((remark) => (
            <Remark key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
    </div>
  );
}
