import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, useEffect, useRef, useState } from 'react';
import { useSide } from '../side';
import { drawPage, type PageSize } from './draw-page';

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  size: PageSize;
  /** It is in sight or nearly so; only then it is drawn. */
  near: boolean;
  onSize: (number: number, size: PageSize) => void;
}

/** One page: as large as it will be from the beginning, and drawn while somebody may see it. */
export const PdfPage = memo(function PdfPage({ pdf, number, scale, size, near, onSize }: Props) {
  const { say } = useSide();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!near || !element) return undefined;
    const drawing = drawPage(pdf, number, scale, element, (found) => onSize(number, found));
    drawing.done.then(
      () => setFailed(false),
      () => setFailed(true),
    );
    return drawing.stop;
  }, [pdf, number, scale, near, onSize]);
  useEffect(() => {
    // A canvas out of sight keeps its memory until it is gone.
    if (!near) place.current?.replaceChildren();
  }, [near]);
  return (
    <div
      className="viewer-page"
      data-page={number}
      role="group"
      aria-label={say('page', { page: number, pages: pdf.numPages })}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <div ref={place} className="page-drawing" />
      {failed && <p className="page-failed">{say('page-failed')}</p>}
    </div>
  );
});
