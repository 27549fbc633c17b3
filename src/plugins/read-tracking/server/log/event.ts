import { createHash } from 'node:crypto';

/** What can happen to a subject; a closed list, so that whoever reads a log knows every word of it. */
export const EVENT_KINDS = [
  'published',
  'notified',
  'opened',
  'downloaded',
  'withdrawn',
  'replaced',
  'approved',
  'deleted',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What happened, in the host's words; texts that do not apply are empty. */
export interface Happening {
  kind: EventKind;
  subject: {
    type: string;
    id: string;
    /** What people call it; kept here, for the log outlives the subject. */
    title: string;
    /** Of the subject's content, in hexadecimal. */
    sha256: string;
  };
  actor: {
    type: string;
    id: string;
    name: string;
    /** The network address the actor came from; of a `notified` event the address the notice was delivered to. */
    address: string;
  };
  /** Whom a `notified` event reached. */
  reader?: string;
  /** Of a `replaced` event the SHA-256 of what has taken the subject's place, which the log tells of, too. */
  successor?: string;
}

/** One link of a chain. */
export interface LoggedEvent {
  /** The chain: what the subject belongs to. */
  scope: string;
  /** From 1 on, without gaps. */
  seq: number;
  kind: string;
  /** ISO 8601 in UTC, with milliseconds. */
  at: string;
  subjectType: string;
  subject: string;
  title: string;
  sha256: string;
  actorType: string;
  actor: string;
  actorName: string;
  /** Whom a `notified` event reached; of a `replaced` event the successor's SHA-256. */
  reader: string;
  address: string;
  /** The hash of the event before; empty for the first. */
  previous: string;
  /** SHA-256 of the canonical form, in hexadecimal. */
  hash: string;
}

/** Names the way of writing; another way gets another name, so that old chains are checked as they were written. */
const FORM = 'read-tracking/1';

/** The one way to write an event as bytes (README.md): a JSON array of texts, without spaces, in UTF-8. */
const canonical = (event: Omit<LoggedEvent, 'hash'>): string =>
  JSON.stringify([
    FORM,
    event.scope,
    String(event.seq),
    event.kind,
    event.at,
    event.subjectType,
    event.subject,
    event.title,
    event.sha256,
    event.actorType,
    event.actor,
    event.actorName,
    event.reader,
    event.address,
    event.previous,
  ]);

/** Binds an event to everything that happened in its chain before. */
export const hashOf = (event: Omit<LoggedEvent, 'hash'>): string =>
  createHash('sha256').update(canonical(event), 'utf8').digest('hex');
