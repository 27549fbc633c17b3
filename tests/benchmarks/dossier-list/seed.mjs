import { createHash } from 'node:crypto';

const PER_CLIENT = 25;
const CLIENTS = 400;
const MESSAGES_PER_DOSSIER = 3;
/** The one client whose list is asked for. */
export const CLIENT = 200;
export const TOKEN = 'b'.repeat(43);

const id = (kind, number) => `${kind}${String(number).padStart(24 - kind.length, '0')}`;

const rows = (count, row) => Array.from({ length: count }, (_, index) => row(index + 1));

const times = { created_at: Date.now(), updated_at: Date.now(), published_at: Date.now() };

const clients = () =>
  rows(CLIENTS, (n) => ({
    ...times,
    id: n,
    document_id: id('c', n),
    number: `C-${n}`,
    name: `Client ${n}`,
    kind: 'person',
    email: `client${n}@client.example`,
    language: 'en',
    communication: 'portal',
  }));

const accounts = () =>
  rows(CLIENTS, (n) => ({
    ...times,
    id: n,
    document_id: id('a', n),
    username: `client${n}@client.example`,
    email: `client${n}@client.example`,
    provider: 'local',
    confirmed: 1,
    blocked: 0,
    client_id: n,
    language: 'en',
    activated_at: Date.now(),
  }));

const dossiers = () =>
  rows(CLIENTS * PER_CLIENT, (n) => ({
    ...times,
    id: n,
    document_id: id('d', n),
    number: `2026.${n}`,
    description: `Purchase Kerkstraat ${n}`,
    status: n % 5 === 0 ? 'closed' : 'in-progress',
    client_id: ((n - 1) % CLIENTS) + 1,
    last_activity_at: Date.now() - n * 1000,
    message_count: MESSAGES_PER_DOSSIER,
    staff_unread_count: 0,
  }));

const messages = () =>
  rows(CLIENTS * PER_CLIENT * MESSAGES_PER_DOSSIER, (n) => ({
    ...times,
    id: n,
    document_id: id('m', n),
    subject: `Message ${n}`,
    body: 'A message of the firm, about as long as most are, with a line or two on what happens next.',
    dossier_id: Math.ceil(n / MESSAGES_PER_DOSSIER),
    attachment_count: 0,
    sent_at: Date.now() - n,
  }));

/** One of the three messages of each dossier is unread. */
const readings = () =>
  messages().map(({ id: n, document_id: subject, dossier_id: dossier }) => ({
    ...times,
    document_id: id('r', n),
    subject_type: 'message',
    subject,
    scope: id('d', dossier),
    reader: id('a', ((dossier - 1) % CLIENTS) + 1),
    announced_at: Date.now(),
    opened_at: n % MESSAGES_PER_DOSSIER === 0 ? null : Date.now(),
  }));

const sessions = () => [
  {
    ...times,
    document_id: id('s', 1),
    token_hash: createHash('sha256').update(TOKEN).digest('hex'),
    account_id: CLIENT,
    started_at: Date.now(),
    last_used_at: Date.now() + 60 * 60_000,
    idle_minutes: 30,
    idle_ends_at: Date.now() + 60 * 60_000,
    ends_at: Date.now() + 12 * 60 * 60_000,
  },
];

/** Fills an empty database of the portal: 10,000 dossiers and 30,000 messages of 400 clients. */
export const seed = (database) => {
  const tables = { clients, up_users: accounts, dossiers, messages, readings, sessions };
  const insert = (table, row) => {
    const names = Object.keys(row);
    return database.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
  };
  database.transaction(() => {
    for (const [table, make] of Object.entries(tables)) {
      const made = make();
      const statement = insert(table, made[0]);
      for (const row of made) statement.run(row);
    }
  })();
  database.exec('analyze');
};
