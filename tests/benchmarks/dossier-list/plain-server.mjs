import { createHash } from 'node:crypto';
import http from 'node:http';
import Database from 'better-sqlite3';

/**
 * The limit: the least that can answer the same question. `node:http`, prepared statements, the same session
 * look-up and the same rows. `counted`: every count is made while asking; `kept`: the counts are read as we keep them.
 */
const [file, port, variant] = process.argv.slice(2);
const database = new Database(file, { readonly: true });
database.pragma('query_only = on');

const session = database.prepare(`
  select up_users.document_id as reader, up_users.client_id as client
  from sessions join up_users on up_users.id = sessions.account_id
  where sessions.token_hash = ? and sessions.ends_at > ? and sessions.idle_ends_at > ? and up_users.blocked = 0`);

const COLUMNS = `dossiers.document_id as id, number, description, status, last_activity_at`;
const unread = (type) => `(select count(*) from readings where readings.reader = @reader
  and readings.scope = dossiers.document_id and readings.subject_type = '${type}' and readings.opened_at is null)`;
const COUNTS = {
  counted: `(select count(*) from messages where messages.dossier_id = dossiers.id)`,
  kept: 'message_count',
};
const dossiers = database.prepare(`
  select ${COLUMNS}, ${COUNTS[variant]} as messages, ${unread('message')} as unreadMessages, ${unread('document')} as unreadDocuments
  from dossiers where client_id = @client order by last_activity_at desc`);

const asView = (row) => ({
  id: row.id,
  number: row.number,
  description: row.description,
  status: row.status,
  lastActivityAt: new Date(row.last_activity_at).toISOString(),
  messages: row.messages,
  unreadMessages: row.unreadMessages,
  unreadDocuments: row.unreadDocuments,
});

const server = http.createServer((request, response) => {
  const token = /aktenpoort_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const now = Date.now();
  const account = session.get(createHash('sha256').update(token).digest('hex'), now, now);
  if (account === undefined) return response.writeHead(401).end();
  const body = JSON.stringify({ dossiers: dossiers.all(account).map(asView) });
  return response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
