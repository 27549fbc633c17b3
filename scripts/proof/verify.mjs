import { TextDecoder } from 'node:util';
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';

/*
 * Checks an export of the proof log by its README alone (src/plugins/read-tracking). It shares no line with what writes the
 * log, so that a fault there is found here; and it needs nothing but Node, so that it can be handed on as a file.
 */

/** What is wrong with an export, as a sentence. */
export class Broken extends Error {}

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const HEX = { hash: /^[0-9a-f]{64}$/, signature: /^[0-9a-f]{128}$/ };

const BODY = ['format', 'scope', 'about', 'exportedAt', 'files', 'events', 'keyId', 'publicKey', 'signature'];
const EVENT = [
  'seq',
  'kind',
  'at',
  'subjectType',
  'subject',
  'title',
  'sha256',
  'actorType',
  'actor',
  'actorName',
  'reader',
  'address',
  'previous',
  'hash',
];

const written = (value) => JSON.stringify(value, null, 1);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const requireKeys = (value, keys, what) => {
  if (!isObject(value) || Object.keys(value).join() !== keys.join())
    throw new Broken(`${what} does not have the form of an export.`);
};

/** The content of the file, whose every byte is as an export writes it. */
const parsed = (bytes) => {
  let content;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Broken('The file is not readable as an export of the proof log: its form is damaged.');
  }
  requireKeys(content, BODY, 'The file');
  if (!Array.isArray(content.events) || !Array.isArray(content.files) || !Array.isArray(content.about))
    throw new Broken('The file does not have the form of an export.');
  content.events.forEach((event, at) => requireKeys(event, EVENT, `Event ${at + 1}`));
  if (!Buffer.from(`${written(content)}\n`, 'utf8').equals(bytes))
    throw new Broken('The file was changed after it was exported: it is not written as an export is.');
  return content;
};

const SPKI_BEGIN = Buffer.from('302a300506032b6570032100', 'hex');

const requireSignature = ({ signature, ...body }) => {
  const { publicKey, keyId } = body;
  if (!HEX.signature.test(signature) || !HEX.hash.test(publicKey))
    throw new Broken('The signature or the key of the file is damaged.');
  const raw = Buffer.from(publicKey, 'hex');
  if (sha256(raw) !== keyId) throw new Broken("The key's ID in the file does not belong to its key.");
  const key = createPublicKey({ key: Buffer.concat([SPKI_BEGIN, raw]), format: 'der', type: 'spki' });
  const isRight = verifySignature(
    null,
    Buffer.from(written(body), 'utf8'),
    key,
    Buffer.from(signature, 'hex'),
  );
  if (!isRight)
    throw new Broken('The signature does not fit: the file was changed after it was signed, or its key was.');
};

/** The hash of an event, as the README says. */
export const hashOf = (scope, event) => {
  const texts = ['read-tracking/1', scope, String(event.seq), event.kind, event.at, event.subjectType];
  texts.push(event.subject, event.title, event.sha256, event.actorType, event.actor, event.actorName);
  texts.push(event.reader, event.address, event.previous);
  return sha256(Buffer.from(JSON.stringify(texts), 'utf8'));
};

/** Checks the next event of a chain; says where it breaks. */
export const requireNext = (scope, before, event) => {
  const place = `event ${event.seq} ("${event.kind}" of "${event.title}", ${event.at})`;
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq !== expected)
    throw new Broken(
      `There is a gap in the chain: event ${expected} is missing, and ${place} comes instead.`,
    );
  if (event.previous !== (before?.hash ?? ''))
    throw new Broken(`The chain is broken: ${place} does not continue the event before it.`);
  if (event.hash !== hashOf(scope, event))
    throw new Broken(`The hash of ${place} does not fit: it was changed.`);
};

const requireChain = ({ scope, events }) => {
  let before;
  for (const event of events) {
    requireNext(scope, before, event);
    before = event;
  }
};

/** What took the place of what: a `replaced` event names its successor by the SHA-256 with which that was published. */
export const replacements = ({ events }) =>
  events
    .filter(({ kind }) => kind === 'replaced')
    .map(({ seq, at, title, reader: successor }) => {
      const next = events.findLast(
        ({ kind, seq: earlier, sha256: hash }) => kind === 'published' && earlier < seq && hash === successor,
      );
      return { at, title, successor, by: next?.title ?? null };
    });

/**
 * Checks an export, and the files that came with it; throws `Broken` where anything is wrong.
 * @param {Buffer} json
 * @param {{ files?: Record<string, Buffer>, publicPem?: string }} [besides] `publicPem`: the key that the firm has published.
 */
export const verify = (json, { files = {}, publicPem } = {}) => {
  const content = parsed(json);
  requireSignature(content);
  requireChain(content);
  for (const [name, bytes] of Object.entries(files)) {
    const hash = sha256(bytes);
    if (!content.files.some((file) => file.sha256 === hash))
      throw new Broken(
        `${name} is not the file that was exported together with this log, or it was changed.`,
      );
  }
  if (publicPem !== undefined) {
    const raw = createPublicKey(publicPem).export({ format: 'der', type: 'spki' }).subarray(-32);
    if (raw.toString('hex') !== content.publicKey)
      throw new Broken('The file is whole, but it was signed by another key than the one you gave.');
  }
  return content;
};
