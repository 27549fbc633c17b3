import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { EVENTS } from './tables';

const REFUSAL = 'The proof log takes new events only';

/** SQLite empties a row's place for `insert or replace` without asking a delete trigger: the third one does. */
const SQLITE = [
  ['update', 'before update', ''],
  ['delete', 'before delete', ''],
  [
    'replace',
    'before insert',
    `when exists (select 1 from ${EVENTS} where id = new.id or (scope = new.scope and seq = new.seq))`,
  ],
] as const;

const onSqlite = async (trx: Knex): Promise<void> => {
  for (const [name, moment, when] of SQLITE) {
    await trx.raw(`drop trigger if exists ${EVENTS}_no_${name}`);
    await trx.raw(
      `create trigger ${EVENTS}_no_${name} ${moment} on ${EVENTS} ${when} begin select raise(abort, '${REFUSAL}'); end`,
    );
  }
};

/** A row's trigger and not a statement's: what Strapi's foreign keys ask for in vain may pass. */
const POSTGRES = [
  ['change', 'before update or delete', 'row'],
  ['truncate', 'before truncate', 'statement'],
] as const;
/** Any number that nobody else uses: nodes that start together make the triggers one after the other. */
const LOCK = 7_161_001;

const standing = async (trx: Knex): Promise<boolean> => {
  const { rows } = await trx.raw<{ rows: { n: number | string }[] }>(
    `select count(*) as n from pg_trigger join pg_proc on pg_proc.oid = tgfoid
     where tgrelid = ?::regclass and tgname in (?, ?) and tgenabled = 'A' and prosrc like ?`,
    [EVENTS, `${EVENTS}_no_change`, `${EVENTS}_no_truncate`, `%${REFUSAL}%`],
  );
  return Number(rows[0]?.n) === POSTGRES.length;
};

const onPostgres = async (trx: Knex): Promise<void> => {
  await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
  // To make them anew would hold up the other nodes, which are at work.
  if (await standing(trx)) return;
  await trx.raw(
    `create or replace function ${EVENTS}_refuse() returns trigger language plpgsql as
     $$ begin raise exception '${REFUSAL}'; end $$`,
  );
  for (const [name, moment, each] of POSTGRES) {
    const trigger = `${EVENTS}_no_${name}`;
    await trx.raw(`drop trigger if exists ${trigger} on ${EVENTS}`);
    await trx.raw(
      `create trigger ${trigger} ${moment} on ${EVENTS} for each ${each} execute function ${EVENTS}_refuse()`,
    );
    // Also for who calls the session a replica, which otherwise leaves triggers out.
    await trx.raw(`alter table ${EVENTS} enable always trigger ${trigger}`);
  }
};

/**
 * Makes the database itself refuse every change of an event. Done at every start: when a schema changes, Strapi copies
 * a table on SQLite, and the copy has no triggers. Where it cannot be done, nothing starts.
 */
export const makeAppendOnly = async (strapi: Core.Strapi): Promise<void> => {
  const make = strapi.db.dialect.client === 'sqlite' ? onSqlite : onPostgres;
  await strapi.db.transaction(({ trx }: { trx: Knex.Transaction }) => make(trx));
};
