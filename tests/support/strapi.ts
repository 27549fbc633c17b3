import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { freshBucket } from './bucket';
import { freshDatabase } from './database';
import { freePort } from './free-port';
import type { Inbox } from './inbox';
import { startInbox } from './inbox';
import SECRETS from './secrets.cjs';

/** A running house of a suite's own: real server, real database, real mailbox, real scanner. */
export interface House {
  strapi: Core.Strapi;
  /** Where it answers, without a slash at the end. */
  baseUrl: string;
  inbox: Inbox;
  /** A folder of this house alone; documents lie in `documents` below it, where it has no bucket. */
  folder: string;
  /** The S3 bucket where its documents lie, if any. */
  bucket: string | undefined;
  stop(): Promise<void>;
}

const ROOT = path.resolve(__dirname, '../..');

/** Where no scanner runs, the address of one that never answers: what needs it fails closed. */
const scannerSettings = (): Record<string, string> => {
  const socket = process.env.TEST_CLAMD_SOCKET;
  return socket ? { CLAMD_SOCKET: socket } : { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: '1' };
};

const settingsOf = (port: number, inbox: Inbox, folder: string): Record<string, string> => ({
  ...SECRETS,
  ...scannerSettings(),
  NODE_ENV: 'test',
  // Some seconds of work for clamd at each start; the one suite that is about it asks for it.
  CLAMD_CHECK_LIMITS: 'false',
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(inbox.port),
  MAIL_FROM: 'Kantoor De Vries <portal@kantoor.example>',
  DOCUMENT_FOLDER: path.join(folder, 'documents'),
  SPOOL_FOLDER: path.join(folder, 'spool'),
  STRAPI_TELEMETRY_DISABLED: 'true',
});

declare global {
  /** Loads a module in Node's own way, with new ones of Strapi and the house; from `environment.cjs`. */
  function requireAnew(name: '@strapi/strapi'): typeof import('@strapi/strapi');
}

/**
 * Strapi and its plugins keep things in their modules (a decorated sign-in, for instance), which a house must not
 * inherit from the one before: it gets modules of its own.
 */
const newStrapi = (): Core.Strapi =>
  requireAnew('@strapi/strapi').createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    autoReload: false,
  });

type Listeners = (readonly [string | symbol, unknown[]])[];

const processListeners = (): Listeners =>
  process.eventNames().map((name) => [name, process.rawListeners(name as 'exit')] as const);

/** Strapi's end takes every listener off the process: also those by which Jest speaks with its worker, who come back. */
const destroy = async (strapi: Core.Strapi, kept: Listeners): Promise<void> => {
  await strapi.destroy();
  for (const [name, listeners] of kept)
    for (const listener of listeners) process.on(name, listener as NodeJS.UncaughtExceptionListener);
};

/** Ends what was started, newest first, even where one of the ends fails. */
const endAll = async (ends: (() => Promise<unknown>)[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const end of ends.reverse()) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'The house did not end cleanly');
};

/**
 * Starts a Strapi of the suite's own from what was compiled, on a fresh database and a free port.
 * `overrides` are settings by the names of `.env.example`; `beforeLoad` may watch what Strapi does from then on.
 * One house at a time in a suite.
 */
export const startStrapi = async (
  overrides: Record<string, string> = {},
  beforeLoad: (strapi: Core.Strapi) => void = () => undefined,
): Promise<House> => {
  const folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? os.tmpdir(), 'house-'));
  const ends: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const inbox = await startInbox();
    ends.push(() => inbox.stop());
    const database = await freshDatabase(folder);
    ends.push(() => database.drop());
    const port = await freePort();
    const own = settingsOf(port, inbox, folder);
    const settings = { ...own, ...database.settings, ...(await freshBucket()), ...overrides };
    Object.assign(process.env, settings);
    const before = processListeners();
    const strapi = newStrapi();
    ends.push(() => destroy(strapi, before));
    // Migrations and requests fill the screen; what goes wrong is still said.
    strapi.log.level = 'error';
    beforeLoad(strapi);
    await strapi.load();
    // What Strapi counts of its own accord, five minutes after a first start, would stand among what a test records.
    strapi.cron.stop();
    await new Promise<void>((resolve) => strapi.server.listen(port, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${port}`;
    return { strapi, baseUrl, inbox, folder, bucket: settings.S3_BUCKET, stop: () => endAll(ends) };
  } catch (error) {
    // A suite that cannot start must still come to its end. Only the first failure tells anything.
    await endAll(ends).catch(() => undefined);
    throw error;
  }
};
