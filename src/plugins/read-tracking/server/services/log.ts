import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';
import { hashOf, type Happening, type LoggedEvent } from '../log/event';
import { CHAINS, EVENTS, fromRow, toRow, type EventRow } from '../log/tables';

const ownColumns = () => {
  const now = new Date();
  return { document_id: createId(), created_at: now, updated_at: now, published_at: now };
};

interface Head {
  seq: number;
  hash: string;
}

/** Makes room for so many events and holds the chain until the commit: two at once would fork it. */
const holdHead = async (trx: Knex.Transaction, scope: string, count: number): Promise<Head> => {
  const [head]: Head[] = await trx(CHAINS)
    .insert({ ...ownColumns(), scope, seq: count, hash: '' })
    .onConflict('scope')
    .merge({ seq: trx.raw('?? + ?', [`${CHAINS}.seq`, count]), updated_at: new Date() })
    .returning(['seq', 'hash']);
  if (head === undefined) throw new Error(`The chain ${scope} has no head`);
  return { seq: head.seq - count, hash: head.hash };
};

const linked = (scope: string, { seq, hash: previous }: Head, happening: Happening): LoggedEvent => {
  const { kind, subject, actor, successor = '', reader = successor } = happening;
  const event = {
    scope,
    seq: seq + 1,
    kind,
    at: new Date().toISOString(),
    subjectType: subject.type,
    subject: subject.id,
    title: subject.title,
    sha256: subject.sha256,
    actorType: actor.type,
    actor: actor.id,
    actorName: actor.name,
    reader,
    address: actor.address,
    previous,
  };
  return { ...event, hash: hashOf(event) };
};

/** A chain of events for each scope; nothing in it is ever changed or taken away. */
export const createLog = () => ({
  /**
   * Writes what happened, in the transaction of what it tells: both are true or neither. Call it last in the
   * transaction: it holds the chain, and who holds a chain must not wait for anything else.
   */
  async append(trx: Knex.Transaction, scope: string, happenings: Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    let head = await holdHead(trx, scope, happenings.length);
    const events: LoggedEvent[] = [];
    for (const happening of happenings) {
      const event = linked(scope, head, happening);
      events.push(event);
      head = event;
    }
    await trx(EVENTS).insert(events.map((event) => ({ ...ownColumns(), ...toRow(event) })));
    await trx(CHAINS).where({ scope }).update({ hash: head.hash });
  },

  /** The latest events of a chain, the newest first; `before` is the number that the page ends above. */
  async page(db: Knex, scope: string, { before, limit }: { before: number | null; limit: number }) {
    const rows = await db(EVENTS)
      .where({ scope })
      .modify((query) => void (before !== null && query.where('seq', '<', before)))
      .orderBy('seq', 'desc')
      .limit(limit)
      .select<EventRow[]>();
    return rows.map(fromRow);
  },

  /** A whole chain, from its beginning. */
  async all(db: Knex, scope: string): Promise<LoggedEvent[]> {
    return (await db(EVENTS).where({ scope }).orderBy('seq').select<EventRow[]>()).map(fromRow);
  },
});

export type Log = ReturnType<typeof createLog>;
