import { MessageSquareText } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import type { RemarkCount } from '../../contract/document';

/** "2 remarks, 1 new" in the facts of a document. */
export const RemarkMark = ({ remarks: { total, unread } }: { remarks: RemarkCount }) =>
  total === 0 ? null : (
    <span className="with-icon remark-mark" data-unread={unread > 0}>
      <MessageSquareText aria-hidden="true" className="small-icon" />
      <FormattedMessage id="remark.mark.text" values={{ total, unread }} />
    </span>
  );
