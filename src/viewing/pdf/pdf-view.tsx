import { codeOf } from '../../sending/line';
import type { Viewing } from '../bytes';
import { useSide } from '../side';
import { TroubleNotice } from '../trouble';
import { PdfPages } from './pdf-pages';
import { usePdf } from './use-pdf';

/** A PDF, drawn page by page. */
export function PdfView(viewing: Viewing) {
  const { say, Wait, Note, Failure } = useSide();
  const { reading, trouble, missing, retry } = usePdf(viewing);
  // Without a first page there is only to say why.
  const wrong = trouble ?? (reading ? null : missing);
  if (wrong) return <TroubleNotice trouble={wrong} onRetry={retry} />;
  if (!reading) return <Wait />;
  const isInterrupted = missing !== null && codeOf(missing) === 'unreachable';
  return (
    <>
      {isInterrupted && (
        <Note kind="warning" again={reading.askAgain}>
          {say('interrupted')}
        </Note>
      )}
      {missing && !isInterrupted && <Failure error={missing} onRetry={reading.askAgain} />}
      <PdfPages pdf={reading.pdf} name={viewing.document.name} />
    </>
  );
}
