import {
  getDocument,
  GlobalWorkerOptions,
  VerbosityLevel,
  version,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { ReadPart } from '../side';
import type { Trouble } from '../trouble';
import { FileParts, PART_BYTES } from './file-parts';

GlobalWorkerOptions.workerSrc = workerAddress;

/** What pdf.js fetches by name when a file needs it; the portal's vite.config.ts puts it there, for both sides. */
const OWN_FILES = `/portal/assets/pdf-${version}/`;

/**
 * A file from elsewhere is drawn and nothing more: no script of it runs (the sandbox for them is not even built), no
 * form of it becomes a page, its links lead nowhere, and what is fetched is the parts of the file and files of ours.
 */
const SAFELY = {
  isEvalSupported: false,
  enableXfa: false,
  // The CSP allows no WebAssembly; pictures of JPEG 2000 are decoded by a plain script instead.
  useWasm: false,
  // Letters that a file does not bring along come from fonts of ours, so that a page looks the same on each device.
  useSystemFonts: false,
  // The console belongs to the page.
  verbosity: VerbosityLevel.ERRORS,
  standardFontDataUrl: `${OWN_FILES}standard_fonts/`,
  cMapUrl: `${OWN_FILES}cmaps/`,
  wasmUrl: `${OWN_FILES}wasm/`,
} as const;

/** Only what is looked at is loaded, in parts. */
const IN_PARTS = { rangeChunkSize: PART_BYTES, disableAutoFetch: true, disableStream: true } as const;

export interface Reading {
  pdf: PDFDocumentProxy;
  /** Asks once more for the parts that did not come. */
  askAgain: () => void;
  close: () => void;
}

/** What opening a PDF ended with, as the reader is told. */
export const troubleOf = (thrown: unknown): Trouble => {
  // What the server or the line said has a code of its own; what pdf.js says has none that is a word.
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown;
  return thrown instanceof Error && thrown.name === 'PasswordException' ? 'locked' : 'damaged';
};

/** Opens a PDF; `onMissing` hears of parts that did not come later, and null when all are asked for again. */
export async function openPdf(
  { readPart, ...file }: { readPart: ReadPart; id: string; size: number },
  signal: AbortSignal,
  onOpened: () => void,
  onMissing: (why: Error | null) => void,
): Promise<Reading> {
  const beginning = await readPart(file.id, 0, Math.min(PART_BYTES, file.size), signal);
  onOpened();
  const parts = new FileParts(readPart, file, beginning, onMissing);
  const task = getDocument({ ...SAFELY, ...IN_PARTS, range: parts });
  const close = (): void => void task.destroy();
  signal.addEventListener('abort', close);
  try {
    return { pdf: await task.promise, askAgain: () => parts.askAgain(), close };
  } catch (error) {
    close();
    throw error;
  }
}
