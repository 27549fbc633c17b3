import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useState } from 'react';
import { ViewerBar } from '../viewer-bar';
import { ViewerWindow } from '../viewer-window';
import { useSamePlace, useZoom } from '../zoom';
import { sizeOf, type PageSize } from './draw-page';
import { useNearPages } from './near-pages';
import { PdfPage } from './pdf-page';

const pagesIn = (frame: HTMLElement): HTMLElement[] => [
  ...frame.querySelectorAll<HTMLElement>('[data-page]'),
];

/** The page that lies in the middle of the window. */
const currentIn = (frame: HTMLElement): number => {
  const middle = frame.scrollTop + frame.clientHeight / 2;
  return pagesIn(frame).filter((page) => page.offsetTop <= middle).length || 1;
};

/** The sizes of the pages; what nobody has looked at yet is taken to be like the first. */
function useSizes(pdf: PDFDocumentProxy) {
  const [first, setFirst] = useState<PageSize | null>(null);
  const [others, setOthers] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const note = useCallback((number: number, size: PageSize) => {
    setOthers((old) => {
      const known = old.get(number);
      if (known?.width === size.width && known.height === size.height) return old;
      return new Map(old).set(number, size);
    });
  }, []);
  useEffect(() => {
    let current = true;
    // A file without a first page says so when the page itself is drawn.
    const A4 = { width: 794, height: 1123 };
    void pdf
      .getPage(1)
      .then(sizeOf, () => A4)
      .then((size) => {
        if (current) setFirst(size);
      });
    return () => {
      current = false;
    };
  }, [pdf]);
  return { first, sizeOfPage: (number: number) => others.get(number) ?? first, note };
}

/** The pages of a PDF below each other, of which only those near the reader are drawn. */
export function PdfPages({ pdf, name }: { pdf: PDFDocumentProxy; name: string }) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [current, setCurrent] = useState(1);
  const { first, sizeOfPage, note } = useSizes(pdf);
  const zoom = useZoom(frame, first?.width ?? 0);
  const ready = zoom.scale > 0;
  const near = useNearPages(frame, ready ? pdf.numPages : 0);
  useSamePlace(frame, zoom.scale);
  const goTo = (page: number): void => {
    if (!frame) return;
    const pages = pagesIn(frame);
    frame.scrollTo({ top: (pages[page - 1]?.offsetTop ?? 0) - (pages[0]?.offsetTop ?? 0) });
  };
  return (
    <div className="viewer">
      <ViewerBar pages={{ count: pdf.numPages, current, goTo }} zoom={zoom} />
      <ViewerWindow
        ref={setFrame}
        name={name}
        onScroll={({ currentTarget }) => setCurrent(currentIn(currentTarget))}
      >
        {Array.from({ length: ready ? pdf.numPages : 0 }, (_, at) => at + 1).map((number) => {
          const size = sizeOfPage(number);
          return (
            size && (
              <PdfPage
                key={number}
                pdf={pdf}
                number={number}
                scale={zoom.scale}
                size={size}
                near={near.has(number)}
                onSize={note}
              />
            )
          );
        })}
      </ViewerWindow>
    </div>
  );
}
