import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildAll } from '../build.mjs';
import { ROOT } from '../processes.mjs';
import { Broken, requireNext } from './verify.mjs';

const require = createRequire(import.meta.url);

/** The portal's own database, by the portal's own settings; Strapi itself is not started. */
const connect = async () => {
  await buildAll(['server']);
  if (existsSync(path.join(ROOT, '.env'))) process.loadEnvFile(path.join(ROOT, '.env'));
  const { env } = require('@strapi/utils');
  const { connection } = require(path.join(ROOT, 'dist/config/database.js')).default({ env });
  const client = connection.client === 'sqlite' ? 'better-sqlite3' : 'pg';
  return require('knex')({ ...connection, client });
};

const asEvent = (row) => ({
  seq: row.seq,
  kind: row.kind,
  at: row.at,
  subjectType: row.subject_type,
  subject: row.subject,
  title: row.title,
  sha256: row.sha_256,
  actorType: row.actor_type,
  actor: row.actor,
  actorName: row.actor_name,
  reader: row.reader,
  address: row.address,
  previous: row.previous,
  hash: row.hash,
});

const PAGE = 500;

/** Pages, so that a log of many years does not have to fit into memory. */
async function* eventsOf(db, scope) {
  for (let last = 0; ;) {
    const rows = await db('proof_events').where({ scope }).where('seq', '>', last).orderBy('seq').limit(PAGE);
    yield* rows.map(asEvent);
    if (rows.length < PAGE) return;
    last = rows.at(-1).seq;
  }
}

const faultOf = async (db, { scope, seq, hash }) => {
  let before;
  try {
    for await (const event of eventsOf(db, scope)) {
      requireNext(scope, before, event);
      before = event;
    }
  } catch (error) {
    if (error instanceof Broken) return error.message;
    throw error;
  }
  if (before?.seq !== seq || before.hash !== hash)
    return `The chain ends at event ${before?.seq ?? 0}, and event ${seq} was written last.`;
  return undefined;
};

/** Checks every chain of the database; gives a sentence for each that is broken. */
export const check = async () => {
  const db = await connect();
  try {
    const faults = [];
    const chains = await db('proof_chains').orderBy('id').select('scope', 'seq', 'hash');
    for (const chain of chains) {
      const fault = await faultOf(db, chain);
      if (fault) faults.push(`${chain.scope}: ${fault}`);
    }
    const lost = await db('proof_events')
      .whereNotIn('scope', db('proof_chains').select('scope'))
      .distinct('scope');
    faults.push(...lost.map(({ scope }) => `${scope}: The chain's head is missing.`));
    return { chains: chains.length, faults };
  } finally {
    await db.destroy();
  }
};
