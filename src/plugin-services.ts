import type { Readable } from 'node:stream';
import type { Devices } from './plugins/lockout/server/services/devices';
import type { Guard } from './plugins/lockout/server/services/guard';
import type { Exports } from './plugins/read-tracking/server/services/exports';
import type { Log } from './plugins/read-tracking/server/services/log';
import type { Readings } from './plugins/read-tracking/server/services/readings';
import type { Authenticators } from './plugins/two-factor/server/services/authenticators';
import type { Caps } from './plugins/two-factor/server/services/caps';
import type { Challenges } from './plugins/two-factor/server/services/challenges';
import type { Codes } from './plugins/two-factor/server/services/codes';
import type { Methods } from './plugins/two-factor/server/services/methods';
import type { Passkeys } from './plugins/two-factor/server/services/passkeys';
import type { Phones } from './plugins/two-factor/server/services/phones';
import type { Recovery } from './plugins/two-factor/server/services/recovery';
import type { Sms } from './plugins/two-factor/server/services/sms';
import type { Refusals } from './plugins/virus-scan/server/services/refusals';
import type { Scanner } from './plugins/virus-scan/server/services/scanner';

export type { Locked } from './plugins/lockout/server/locked';
export type { EventKind, Happening, LoggedEvent } from './plugins/read-tracking/server/log/event';
export type {
  Addressee,
  Announcement,
  Reading,
  ReadingKind,
  Subject,
} from './plugins/read-tracking/server/reading/row';
export type { Refusal as RefusedFile } from './plugins/virus-scan/server/services/refusals';
export type { Method } from './plugins/two-factor/server/kinds/kind';
export type { Verdict } from './plugins/virus-scan/server/verdict';

/** The plugins' services with their types: the one place where the house looks them up. */
export const devices = (): Devices => strapi.plugin('lockout').service<Devices>('devices');
export const lockout = (): Guard => strapi.plugin('lockout').service<Guard>('guard');
export const readings = (): Readings => strapi.plugin('read-tracking').service<Readings>('readings');
export const proofLog = (): Log => strapi.plugin('read-tracking').service<Log>('log');
export const proofExports = (): Exports => strapi.plugin('read-tracking').service<Exports>('exports');
export const scanner = (): Scanner => strapi.plugin('virus-scan').service<Scanner>('scanner');
export const refusals = (): Refusals => strapi.plugin('virus-scan').service<Refusals>('refusals');

/** What belongs to the second step of a sign-in; the subject is the account's documentId. */
interface TwoFactor {
  challenges: Challenges;
  codes: Codes;
  methods: Methods;
  authenticators: Authenticators;
  passkeys: Passkeys;
  recovery: Recovery;
  caps: Caps;
  phones: Phones;
  sms: Sms;
}

export const twoFactor = <Name extends keyof TwoFactor>(name: Name): TwoFactor[Name] =>
  strapi.plugin('two-factor').service<TwoFactor[Name]>(name);

/** What the upload plugin's providers need to know of a file. */
export interface StoredFile {
  hash: string;
  ext: string;
  mime: string;
  size: number;
  url?: string;
  path?: string;
  stream?: Readable;
  /** Where the whole file lies on this machine's disk, and nobody writes to it any more; a provider may link it. */
  filepath?: string;
}

interface StorageProvider {
  uploadStream(file: StoredFile): Promise<void>;
  delete(file: StoredFile): Promise<unknown>;
  /**
   * The whole file, or a part of it by its first and last byte. Only the private folder has it; from S3 a file is
   * read by a link that never leaves the server.
   */
  read?(file: StoredFile, part?: { first: number; last: number }): Promise<Readable>;
  /** The names of the files that are older than a moment; only the private folder can say. */
  list?(before: Date): Promise<AsyncIterable<string>>;
  getSignedUrl?(file: StoredFile): Promise<{ url: string }>;
}

export const storage = (): StorageProvider => strapi.plugin('upload').provider as StorageProvider;
