import './remark.css';
import { useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { RemarkThread } from '../../contract/remark';
import { Loaded } from '../ui/loaded';
import { useResource } from '../ui/resource';
import { RemarkForm } from './remark-form';
import { RemarkList } from './remark-list';
import { useSeen } from './seen';
import { loadRemarks } from './remark-api';

/** Asks for what was said; what was new at first stays marked as long as the reader is here. */
const asking = (documentId: string) => {
  const fresh = new Set<string>();
  return async (signal: AbortSignal): Promise<RemarkThread> => {
    const thread = await loadRemarks(documentId, signal);
    for (const { id, unread } of thread.remarks) if (unread) fresh.add(id);
    return { ...thread, remarks: thread.remarks.map((one) => ({ ...one, unread: fresh.has(one.id) })) };
  };
};

function Thread({ documentId }: { documentId: string }) {
  const thread = useResource(useMemo(() => asking(documentId), [documentId]));
  return (
    <Loaded resource={thread}>
      {({ remarks, abilities }) => (
        <>
          <RemarkList remarks={remarks} />
          {abilities.write ? (
            <RemarkForm documentId={documentId} onSent={thread.reload} />
          ) : (
            <p className="quiet-text">
              <FormattedMessage id="remark.closed.text" />
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

export const PANE_ID = 'remarks';

/**
 * Beside a document, on a phone below it: what the firm remarks and the client answers (R65). It is asked for when it
 * comes into view, so that nothing counts as read that nobody has come to.
 */
export function RemarksPane({ documentId }: { documentId: string }) {
  const { part, isSeen } = useSeen<HTMLElement>();
  return (
    <section ref={part} className="remarks" aria-labelledby={PANE_ID}>
      <h2 id={PANE_ID} tabIndex={-1}>
        <FormattedMessage id="remark.pane.title" />
      </h2>
      {isSeen && <Thread documentId={documentId} />}
    </section>
  );
}
