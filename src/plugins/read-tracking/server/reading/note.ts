import type { Knex } from 'knex';
import type { Context } from 'koa';
import { countsAsReading } from '../honest';
import {
  announcedRow,
  TABLE,
  type Addressee,
  type Announcement,
  type Noted,
  type ReadingKind,
  type Subject,
  type Subjects,
} from './row';

/** Rows a single insert may have; SQLite allows 500 in one statement. */
const BATCH = 200;

/** Says who is to read what, and keeps when they first did. Every moment is the server's, in UTC. */
export const noting = {
  /** From now on the subjects are unread for these readers; a second announcement changes nothing. */
  async announce(db: Knex, announcements: Announcement[], addressees: Addressee[]): Promise<void> {
    const rows = announcements.flatMap((announcement) =>
      addressees.map((addressee) => announcedRow(announcement, addressee)),
    );
    for (let start = 0; start < rows.length; start += BATCH) {
      await db(TABLE)
        .insert(rows.slice(start, start + BATCH))
        .onConflict(['subject_type', 'subject', 'reader'])
        .ignore();
    }
  },

  /**
   * Notes the reader's first opening or downloading, if the request counts as reading, and says what it was. What
   * was never announced to this reader is noted as well: nothing that was read is lost. It counts even where it was
   * retracted meanwhile.
   */
  async note(
    db: Knex,
    ctx: Context,
    announcement: Announcement,
    { reader, kind }: { reader: string; kind: ReadingKind },
  ): Promise<Noted> {
    if (!countsAsReading(ctx)) return 'not';
    const column = kind === 'opened' ? 'opened_at' : 'downloaded_at';
    const moment = { [column]: new Date(), updated_at: new Date() };
    const noted: unknown[] = await db(TABLE)
      .insert({ ...announcedRow(announcement, { reader, notice: null }), ...moment })
      .onConflict(['subject_type', 'subject', 'reader'])
      .merge(moment)
      .whereNull(`${TABLE}.${column}`)
      .returning('id');
    return noted.length > 0 ? 'first' : 'again';
  },

  /** Notes the reader's first opening of what was announced to them, all at once, if the request counts as reading. */
  async noteOpened(db: Knex, ctx: Context, { type, ids }: Subjects, reader: string): Promise<void> {
    if (!countsAsReading(ctx)) return;
    await db(TABLE)
      .where({ subject_type: type, reader, opened_at: null })
      .whereIn('subject', ids)
      .update({ opened_at: new Date(), updated_at: new Date() });
  },

  /** How many bytes of the subject, from its first one on, have gone out to the reader. */
  async reached(db: Knex, { type, id }: Subject, reader: string): Promise<number> {
    const row = await db(TABLE)
      .where({ subject_type: type, subject: id, reader })
      .first<{ reached_bytes: number | string | null } | undefined>('reached_bytes');
    return Number(row?.reached_bytes ?? 0);
  },

  /** Keeps how far a subject has come on its way to the reader; never less than before. */
  async keepReached(
    db: Knex,
    announcement: Announcement,
    { reader, bytes }: { reader: string; bytes: number },
  ): Promise<void> {
    const far = { reached_bytes: bytes, updated_at: new Date() };
    await db(TABLE)
      .insert({ ...announcedRow(announcement, { reader, notice: null }), ...far })
      .onConflict(['subject_type', 'subject', 'reader'])
      .merge(far)
      .whereRaw(`coalesce(${TABLE}.reached_bytes, 0) < ?`, [bytes]);
  },

  /** The subjects are nobody's to read any more and stop counting as unread; who was to read them stays known. */
  async retract(db: Knex, { type, ids }: Subjects): Promise<void> {
    await db(TABLE)
      .where({ subject_type: type, retracted_at: null })
      .whereIn('subject', ids)
      .update({ retracted_at: new Date() });
  },

  /** The reader reads no more: what they left unread stops counting, and what they have read stays known. */
  async dismiss(db: Knex, reader: string): Promise<void> {
    await db(TABLE)
      .where({ reader, opened_at: null, downloaded_at: null, retracted_at: null })
      .update({ retracted_at: new Date() });
  },
};
