import { FormattedMessage } from 'react-intl';
import { PartFailure } from '../../../ui/failure';
import { Button } from '../../../ui/button';
import { Skeleton } from '../../../ui/loaded';
import { Notice } from '../../../ui/notice';
import type { Viewing } from '../bytes';
import { TroubleNotice } from '../trouble';
import { PdfPages } from './pdf-pages';
import { usePdf } from './use-pdf';

/** A PDF, drawn page by page. */
export function PdfView(viewing: Viewing) {
  const { reading, trouble, missing, retry } = usePdf(viewing);
  // Without a first page there is only to say why.
  const wrong = trouble ?? (reading ? null : missing);
  if (wrong) return <TroubleNotice trouble={wrong} onRetry={retry} />;
  if (!reading) return <Skeleton lines={6} />;
  return (
    <>
      {missing?.code === 'unreachable' && (
        <Notice kind="warning">
          <p>
            <FormattedMessage id="document.viewer.interrupted" />
          </p>
          <p>
            <Button onPress={reading.askAgain}>
              <FormattedMessage id="page.retry.button" />
            </Button>
          </p>
        </Notice>
      )}
      {missing && missing.code !== 'unreachable' && (
        <PartFailure error={missing} onRetry={reading.askAgain} />
      )}
      <PdfPages pdf={reading.pdf} name={viewing.document.name} />
    </>
  );
}
