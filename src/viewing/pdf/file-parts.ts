import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadPart } from '../side';
import { asError } from '../trouble';

/** How much is asked for at once: four of the frames in which documents are sealed. */
export const PART_BYTES = 256 * 1024;

/** Gives pdf.js the parts of a file it asks for, and what did not come once more when it can come again. */
export class FileParts extends PDFDataRangeTransport {
  readonly #missing: [first: number, end: number][] = [];
  readonly #stopped = new AbortController();

  constructor(
    private readonly readPart: ReadPart,
    private readonly file: { id: string; size: number },
    /** What was read of the file before. */
    private readonly beginning: ArrayBuffer,
    /** Hears why parts are missing, and null when nothing is missing any more. */
    private readonly onMissing: (why: Error | null) => void,
  ) {
    super(file.size, null);
  }

  override requestDataRange(first: number, end: number): void {
    this.#bytes(first, end).then(
      (bytes) => {
        if (!this.#stopped.signal.aborted) this.onDataRange(first, new Uint8Array(bytes));
      },
      (thrown: unknown) => {
        if (this.#stopped.signal.aborted) return;
        this.#missing.push([first, end]);
        this.onMissing(asError(thrown));
      },
    );
  }

  /** Asks once more for what did not come. */
  askAgain(): void {
    this.onMissing(null);
    for (const [first, end] of this.#missing.splice(0)) this.requestDataRange(first, end);
  }

  override abort(): void {
    this.#stopped.abort();
  }

  // The beginning is never asked for twice: that would be a second opening of the document.
  async #bytes(first: number, end: number): Promise<ArrayBuffer> {
    const { beginning, file } = this;
    if (end <= beginning.byteLength) return beginning.slice(first, end);
    const known = first < beginning.byteLength ? beginning.slice(first) : new ArrayBuffer(0);
    const rest = await this.readPart(file.id, first + known.byteLength, end, this.#stopped.signal);
    return known.byteLength === 0 ? rest : new Blob([known, rest]).arrayBuffer();
  }
}
