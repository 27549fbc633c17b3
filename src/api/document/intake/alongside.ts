import type { Trx } from '../../../db';

/** What else is written, or nothing is, in the transaction that writes the document. */
export type Alongside = (trx: Trx, documentId: string) => Promise<void>;

export const nothingElse: Alongside = () => Promise.resolve();
