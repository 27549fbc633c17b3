import './viewer.css';
import { lazy, Suspense } from 'react';
import type { Viewing } from './bytes';
import { PictureView } from './picture-view';
import { useSide } from './side';
import { TextView } from './text-view';

// pdf.js is large, and needed for no other kind of file.
const PdfView = lazy(async () => ({ default: (await import('./pdf/pdf-view')).PdfView }));

/** A file that can be shown, as its kind is shown. */
export function FileView(viewing: Viewing) {
  const { Wait } = useSide();
  const { mimeType } = viewing.document;
  if (mimeType.startsWith('image/')) return <PictureView {...viewing} />;
  if (mimeType.startsWith('text/plain')) return <TextView {...viewing} />;
  return (
    <Suspense fallback={<Wait />}>
      <PdfView {...viewing} />
    </Suspense>
  );
}
