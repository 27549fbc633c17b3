import { createRequire } from 'node:module';
import path from 'node:path';
import { hash } from '@node-rs/argon2';

/**
 * Our portal, on an empty database with a few clients who can sign in, a dossier each with so many long messages of
 * theirs, an administrator, and room for large files.
 */
const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');
const [root, port, password, clients, messages = ''] = process.argv.slice(2);
const messagesOf = messages.split(',').map(Number);

const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), autoReload: false });
strapi.log.level = 'error';
await strapi.load();

const id = (kind, number) => `${kind}${String(number).padStart(24 - kind.length, '0')}`;
const now = new Date();
const stamp = { created_at: now, updated_at: now, published_at: now };
const hashed = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
for (let n = 1; n <= Number(clients); n += 1) {
  const email = `client${n}@client.example`;
  await strapi.db.connection('clients').insert({
    ...stamp,
    id: n,
    document_id: id('c', n),
    number: `C-${n}`,
    name: `Client ${n}`,
    kind: 'person',
    email,
    language: 'en',
    communication: 'portal',
  });
  await strapi.db.connection('up_users').insert({
    ...stamp,
    id: n,
    document_id: id('a', n),
    username: email,
    email,
    password: hashed,
    provider: 'local',
    confirmed: true,
    blocked: false,
    client_id: n,
    language: 'en',
    invited_at: now,
    activated_at: now,
  });
  await strapi.db.connection('dossiers').insert({
    ...stamp,
    id: n,
    document_id: id('d', n),
    number: `2026.${n}`,
    description: `Purchase Kerkstraat ${n}`,
    status: 'in-progress',
    client_id: n,
    last_activity_at: now,
  });
  const written = Array.from({ length: messagesOf[n - 1] ?? 0 }, (_none, m) => ({
    ...stamp,
    document_id: id(`m${n}x`, m),
    subject: `About clause ${m}`,
    body: 'x'.repeat(4_000),
    dossier_id: n,
    account_id: n,
    author_name: `Client ${n}`,
    attachment_count: 0,
    sent_at: now,
  }));
  await strapi.db.connection.batchInsert('messages', written, 50);
}
const { id: superAdmin } = await strapi.service('admin::role').getSuperAdmin();
await strapi.service('admin::user').create({
  email: 'beheer@kantoor.example',
  firstname: 'Bea',
  lastname: 'Beheer',
  password,
  isActive: true,
  registrationToken: null,
  roles: [superAdmin],
});
await strapi.db.connection('firms').insert({ ...stamp, document_id: id('f', 1), file_megabytes: 1200 });
await new Promise((resolve) => strapi.server.listen(Number(port), '127.0.0.1', resolve));
console.log('ready');
