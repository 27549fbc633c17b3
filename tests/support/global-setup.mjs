import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Children } from '../../scripts/children.mjs';
import { findClamd, startClamd } from '../../scripts/clamd.mjs';
import { startRadosgw } from '../../scripts/radosgw.mjs';
import { startPostgres } from './postgres.mjs';
import { makeTemplate } from './template.mjs';

/** What is left out without a scanner is said where nobody overlooks it. */
const withoutScanner = () => {
  const sentence = 'clamd is not installed: the suites that need a real virus scanner';
  if (process.env.CI === 'true') throw new Error(`${sentence} cannot run, and under CI nothing is left out.`);
  console.warn(`\n*** ${sentence} are SKIPPED ***\n`);
};

/** Starts once what all suites share, and tells them by the environment where it is. */
export default async () => {
  const shared = { children: new Children(), stopPostgres: async () => undefined };
  globalThis.__sharedByAllSuites = shared;
  // Short, because a socket's path may have about 100 bytes; and open to the user that PostgreSQL runs as.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-tests-'));
  process.env.TEST_FOLDER = folder;
  if (findClamd())
    process.env.TEST_CLAMD_SOCKET = await startClamd(shared.children, { folder, megabytes: 256 });
  else withoutScanner();
  if (process.env.TEST_S3 === 'true') {
    const s3 = await startRadosgw(shared.children, { folder: mkdtempSync(path.join(folder, 's3-')) });
    Object.assign(process.env, {
      TEST_S3_ENDPOINT: s3.endpoint,
      TEST_S3_ACCESS_KEY_ID: s3.accessKeyId,
      TEST_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    });
  }
  if (process.env.TEST_DATABASE === 'postgres') {
    const postgres = await startPostgres(folder);
    shared.stopPostgres = postgres.stop;
    process.env.TEST_POSTGRES_URL = postgres.url;
  }
  if (process.env.TEST_MANY === 'true')
    process.env.TEST_TEMPLATE = await makeTemplate(folder, process.env.TEST_POSTGRES_URL);
};
