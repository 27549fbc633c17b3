import type { House } from '../support';

/** How many clients there are besides; each has an account, a session, two dossiers and what lies in them. */
const CLIENTS = 1500;
const PER_DOSSIER = 4;

const id = (kind: string, n: number): string => `${kind}${n}`.padEnd(24, 'q');

type Row = Record<string, unknown>;

/** Rows as other clients of a firm would have left them, written past the portal because nobody waits that long. */
const rowsOf = (first: Record<'client' | 'account' | 'dossier' | 'document', number>, now: Date) => {
  const stamp = { created_at: now, updated_at: now, published_at: now };
  const tables: Record<string, Row[]> = {
    clients: [],
    up_users: [],
    sessions: [],
    dossiers: [],
    documents: [],
    messages: [],
    remarks: [],
    readings: [],
    notifications: [],
    progress_steps: [],
    mailed_links: [],
    security_events: [],
  };
  const add = (table: string, row: Row) => void tables[table]?.push({ ...stamp, ...row });
  for (let c = 0; c < CLIENTS; c += 1) {
    const [client_id, account_id] = [first.client + c, first.account + c];
    const email = `seed${c}@client.example`;
    const reader = id('a', c);
    add('clients', {
      id: client_id,
      document_id: id('c', c),
      number: `S-${c}`,
      name: `Client ${c}`,
      kind: 'person',
      email,
      language: 'nl',
      communication: 'portal',
    });
    add('up_users', {
      id: account_id,
      document_id: reader,
      username: email,
      email,
      provider: 'local',
      confirmed: true,
      blocked: false,
      client_id,
      language: 'nl',
      invited_at: now,
      activated_at: now,
    });
    for (const [n, event] of ['signed-in', 'sign-in-refused', 'locked', 'signed-out'].entries())
      add('security_events', {
        document_id: id(`v${n}v`, c),
        event,
        occurred_at: new Date(now.getTime() - (c * 4 + n) * 60_000),
        account_id,
        client_id,
        label: email,
        actor: 'client',
      });
    add('sessions', {
      document_id: id('s', c),
      token_hash: `hash-${c}`,
      account_id,
      started_at: now,
      last_used_at: now,
      idle_minutes: 30,
      idle_ends_at: now,
      ends_at: now,
    });
    add('mailed_links', {
      document_id: id('l', c),
      token_hash: `link-${c}`,
      purpose: 'reset',
      account_id,
      ends_at: now,
    });
    for (let d = 0; d < 2; d += 1) {
      const dossier_id = first.dossier + c * 2 + d;
      const scope = id('d', c * 2 + d);
      add('dossiers', {
        id: dossier_id,
        document_id: scope,
        number: `S-${c}-${d}`,
        description: 'Seeded',
        status: 'in-progress',
        client_id,
        last_activity_at: now,
        message_count: PER_DOSSIER,
        staff_unread_count: 0,
      });
      add('progress_steps', {
        document_id: id('p', c * 2 + d),
        label: 'Intake',
        position: 0,
        state: 'done',
        dossier_id,
      });
      add('notifications', {
        document_id: id('n', c * 2 + d),
        event: 'new-message',
        account_id,
        dossier_id,
        state: 'sent',
        attempts: 0,
        due_at: now,
        sent_at: now,
      });
      for (let m = 0; m < PER_DOSSIER; m += 1) {
        const n = (c * 2 + d) * PER_DOSSIER + m;
        add('messages', {
          document_id: id('m', n),
          subject: 'Seeded',
          body: 'Seeded',
          dossier_id,
          account_id,
          attachment_count: 0,
          sent_at: now,
        });
        add('documents', {
          id: first.document + n,
          document_id: id('f', n),
          name: 'Seeded.pdf',
          shelf: 'documents',
          mime_type: 'application/pdf',
          size: 1,
          sha_256: '',
          storage_key: id('k', n),
          dossier_id,
          shared_at: now,
        });
        add('remarks', {
          document_id: id('x', n),
          body: 'Seeded',
          about_id: first.document + n,
          dossier_id,
          account_id,
          author_name: 'Seeded',
          written_at: now,
        });
        add('readings', {
          document_id: id('w', n),
          subject_type: 'remark',
          subject: id('x', n),
          scope,
          reader,
          announced_at: now,
        });
        add('readings', {
          document_id: id('r', n),
          subject_type: 'document',
          subject: id('f', n),
          scope,
          reader,
          announced_at: now,
        });
        add('readings', {
          document_id: id('t', n),
          subject_type: 'message',
          subject: id('m', n),
          scope,
          reader,
          announced_at: now,
        });
      }
    }
  }
  return tables;
};

/** Far beyond the ids that the database has given out, so that both sorts never meet. */
const FIRST = 1_000_000;

/** Fills the growing tables as a firm does in years, and lets the database count them. */
export const seed = async ({ strapi }: House): Promise<void> => {
  const { connection, dialect } = strapi.db;
  const tables = rowsOf({ client: FIRST, account: FIRST, dossier: FIRST, document: FIRST }, new Date());
  for (const [table, rows] of Object.entries(tables)) await connection.batchInsert(table, rows, 40);
  await connection.raw(dialect.client === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE');
};
