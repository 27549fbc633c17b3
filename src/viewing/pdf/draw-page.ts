import {
  AnnotationMode,
  TextLayer,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** CSS pixels a point: PDF counts 72 to the inch, CSS 96. */
export const PIXELS_A_POINT = 96 / 72;
/** More than this a phone's canvas does not hold. */
const MOST_PIXELS = 16_777_216;

/** In CSS pixels at scale 1. */
export interface PageSize {
  width: number;
  height: number;
}

const canvasFor = (viewport: PageViewport): { canvas: HTMLCanvasElement; transform: number[] } => {
  const most = Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height));
  const ratio = Math.min(window.devicePixelRatio, most);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  canvas.setAttribute('aria-hidden', 'true');
  return { canvas, transform: [ratio, 0, 0, ratio, 0, 0] };
};

const layerFor = (page: PDFPageProxy, viewport: PageViewport): { words: HTMLElement; layer: TextLayer } => {
  const words = document.createElement('div');
  words.className = 'page-text';
  const textContentSource = page.streamTextContent();
  return { words, layer: new TextLayer({ textContentSource, container: words, viewport }) };
};

/** A drawing under way. */
export interface Drawing {
  done: Promise<void>;
  stop: () => void;
}

/** The size of a page as it stands on paper. */
export const sizeOf = (page: PDFPageProxy): PageSize => {
  const { width, height } = page.getViewport({ scale: PIXELS_A_POINT });
  return { width, height };
};

/** Draws a page into `place`, and lays its words over it, unseen, for selecting and for screen readers. */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  place: HTMLElement,
  onSize: (size: PageSize) => void,
): Drawing {
  const stops: (() => void)[] = [];
  let stopped = false;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (stopped) return;
    onSize(sizeOf(page));
    const viewport = page.getViewport({ scale: scale * PIXELS_A_POINT });
    const { canvas, transform } = canvasFor(viewport);
    const task = page.render({ canvas, viewport, transform, annotationMode: AnnotationMode.ENABLE });
    stops.push(() => task.cancel());
    await task.promise;
    const { words, layer } = layerFor(page, viewport);
    stops.push(() => layer.cancel());
    place.style.setProperty('--total-scale-factor', String(viewport.scale));
    place.replaceChildren(canvas, words);
    await layer.render();
  };
  const stop = (): void => {
    stopped = true;
    for (const each of stops.splice(0)) each();
  };
  // A drawing that was stopped has not failed.
  const done = draw().catch((thrown: unknown) => {
    if (!stopped) throw thrown;
  });
  return { done, stop };
}
