import type { Readable } from 'node:stream';
import type { Context } from 'koa';
import { database, inTransaction, type DocumentRow } from '../../db';
import { isListening } from '../../http/line';
import { accountOf } from '../../http/person';
import { readings } from '../../plugin-services';
import { scopeOf } from '../proof/write';
import { documentType } from '../dossier/readers';
import { announcementOf, noteReading } from './note-reading';

/** A download that is told of, for somebody whose downloads count. */
export interface Delivery {
  /** How many bytes, from the first one on, this reader has been sent before; what lies beyond is not sent alone. */
  reached: number;
  /** Asked before it is told that the file arrives: where the reader has left, nothing goes out and nothing is told. */
  isListening(): Promise<boolean>;
  /** Told before the last byte goes out. */
  arrived(): Promise<void>;
  /** Told how far it came, where it does not come to the last byte. */
  broken(reached: number): Promise<void>;
}

/** What goes out to a client is counted; what the client delivered is not. */
export const deliveryOf = async (ctx: Context, document: DocumentRow): Promise<Delivery | undefined> => {
  if (document.account_id !== null) return undefined;
  const reader = accountOf(ctx).documentId;
  const subject = { type: documentType(document.shelf), id: document.document_id };
  return {
    reached: await readings().reached(database(), subject, reader),
    isListening: () => isListening(ctx),
    arrived: () => noteReading(ctx, document, 'downloaded'),
    broken: (bytes) =>
      inTransaction(async (trx) => {
        const announcement = announcementOf(document, await scopeOf(trx, document.dossier_id));
        await readings().keepReached(trx, announcement, { reader, bytes });
      }),
  };
};

/** Which bytes are under way: from `first` on, of a file of so many. */
interface Way {
  first: number;
  size: number;
}

/**
 * A file on its way to a reader. Its last part waits for `arrived`: so a download counts when all of it has gone out,
 * and never when the line was cut on the way; and nobody has the whole file without its having counted.
 */
export async function* delivering(
  file: Readable,
  { first, size }: Way,
  delivery: Delivery,
): AsyncGenerator<Buffer> {
  let reached = first;
  let last: Buffer | undefined;
  let isWhole = false;
  const passing = (part: Buffer): Buffer => {
    reached += part.length;
    return part;
  };
  try {
    for await (const part of file as AsyncIterable<Buffer>) {
      if (last !== undefined) yield passing(last);
      last = part;
    }
    if (last === undefined || !(await delivery.isListening())) return;
    isWhole = reached + last.length === size;
    if (isWhole) await delivery.arrived();
    yield passing(last);
  } finally {
    // Nobody is left who could be told of a failure; the download then begins anew.
    if (!isWhole)
      await delivery
        .broken(reached)
        .catch((error: unknown) => strapi.log.error(`Not noted: ${String(error)}`));
  }
}
