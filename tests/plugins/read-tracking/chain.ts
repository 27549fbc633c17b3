import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { Happening, LoggedEvent } from '../../../src/plugin-services';
import type { House } from '../../support';

interface Log {
  append(trx: Knex.Transaction, scope: string, happenings: Happening[]): Promise<void>;
  all(db: Knex, scope: string): Promise<LoggedEvent[]>;
}

/** The plugin's service, as it runs in the house. */
export const logOf = ({ strapi }: House): Log => strapi.plugin('read-tracking').service<Log>('log');

/** Appends in a transaction of its own. */
export const append = async (house: House, scope: string, happenings: Happening[]): Promise<void> => {
  await house.strapi.db.transaction(({ trx }: { trx: Knex.Transaction }) =>
    logOf(house).append(trx, scope, happenings),
  );
};

export const chainOf = (house: House, scope: string): Promise<LoggedEvent[]> =>
  logOf(house).all(house.strapi.db.connection, scope);

/** Something that happened to nothing in particular. */
export const happening = (n: number, kind: Happening['kind'] = 'opened'): Happening => ({
  kind,
  subject: { type: 'document', id: `subject-${n}`, title: `Größe “${n}”.pdf`, sha256: 'a'.repeat(64) },
  actor: { type: 'client', id: `actor-${n}`, name: 'anna@client.example', address: '127.0.0.1' },
});

/** The hash of an event, from what the plugin's README says and nothing else. */
export const hashByTheReadme = (event: LoggedEvent): string => {
  const texts = [
    'read-tracking/1',
    event.scope,
    `${event.seq}`,
    event.kind,
    event.at,
    event.subjectType,
    event.subject,
    event.title,
    event.sha256,
    event.actorType,
    event.actor,
    event.actorName,
    event.reader,
    event.address,
    event.previous,
  ];
  return createHash('sha256')
    .update(Buffer.from(JSON.stringify(texts), 'utf8'))
    .digest('hex');
};

/** One chain from 1 on, each event bound to the one before. */
export const expectUnbroken = (events: LoggedEvent[]): void => {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
  expect(events.map(({ previous }) => previous)).toEqual(
    ['', ...events.map(({ hash }) => hash)].slice(0, -1),
  );
  expect(events.map(({ hash }) => hash)).toEqual(events.map(hashByTheReadme));
};
