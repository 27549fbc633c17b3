/** A moment as the databases give it: SQLite milliseconds, PostgreSQL a Date. */
export type StoredMoment = Date | number | string;

/** The moment on the wire: ISO 8601 in UTC. */
export const moment = (stored: StoredMoment): string => new Date(stored).toISOString();

export const momentOrNull = (stored: StoredMoment | null): string | null =>
  stored === null ? null : moment(stored);

const pad = (n: number): string => String(n).padStart(2, '0');

/** A calendar day on the wire; Strapi gives days as text on SQLite and PostgreSQL alike, knex may give a Date. */
export const dayOrNull = (stored: Date | string | null): string | null => {
  if (stored === null) return null;
  if (typeof stored === 'string') return stored.slice(0, 10);
  return `${stored.getFullYear()}-${pad(stored.getMonth() + 1)}-${pad(stored.getDate())}`;
};

export const minutesFrom = (start: Date, minutes: number): Date =>
  new Date(start.getTime() + minutes * 60_000);
