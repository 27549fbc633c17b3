import type { Delivery } from '../delivery';

/** A document in a zip whose delivery counts. */
export interface Entry {
  /** How many bytes of the zip have gone out when the document's last one has. */
  end: number;
  delivery: Pick<Delivery, 'isListening' | 'arrived'>;
}

/**
 * A zip on its way to a reader. Its parts end where a document ends, and such a part waits for `arrived` of its
 * document: what is packed counts by what has gone out, however far the packing is ahead. Ends where the reader left.
 */
export async function* deliveringEntries(
  zip: AsyncIterable<Buffer>,
  entries: Entry[],
): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const part of zip) {
    let rest = part;
    for (let [next] = entries; next && next.end <= sent + rest.length; [next] = entries) {
      if (!(await next.delivery.isListening())) return;
      await next.delivery.arrived();
      entries.shift();
      const last = rest.subarray(0, next.end - sent);
      sent += last.length;
      rest = rest.subarray(last.length);
      yield last;
    }
    sent += rest.length;
    if (rest.length > 0) yield rest;
  }
}
