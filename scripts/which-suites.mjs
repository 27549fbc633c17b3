/* Which API suites run on what; everything runs on SQLite and the folder, but for what needs a step of its own. */

/** The project's own rules: no database changes them, and they have a step of their own. */
const HOUSE = ['house/'];

/** What needs a real S3 server to be about anything. */
const BUCKET = ['storage/s3'];

/** What no database and no store changes: once more it would say the same again, and take three minutes. */
const ONCE = [
  'activation/letter',
  'admin/',
  'document/kms',
  'document/parts',
  'document/rescan',
  'document/scanner-silent',
  'document/real-samples',
  'http/',
  'password/',
  'plugins/virus-scan/',
  'session/same-answer',
  'firm/accent',
  'session/turns',
  'storage/folder',
  'vault/',
];

/** What keeps files and looks after them: its run on PostgreSQL is the one with buckets. */
const WITH_FILES = [
  ...BUCKET,
  'account/deletion',
  'document/',
  'message/',
  'notification/delivery',
  'own-data/',
  'proof/',
  'remark/',
  'upload/',
];

const but = (some) => `(?!${some.join('|')})`;

/** What Jest is to look for in the paths of its suites. */
export const SUITES = {
  house: './tests/house/',
  sqliteAndFolder: `./tests/${but([...HOUSE, ...BUCKET])}`,
  postgres: `./tests/${but([...HOUSE, ...ONCE, ...WITH_FILES])}`,
  postgresAndS3: `./tests/${but(ONCE)}(${WITH_FILES.join('|')})`,
};
