import type { Language } from '../../contract/common';
import { PROOF_KINDS } from '../../contract/proof';
import type { LoggedEvent } from '../../plugin-services';
import { proofText } from '../../texts';

/** A document of the log, with what happened to it, the oldest first. */
export interface ProvenDocument {
  name: string;
  sha256: string;
  events: LoggedEvent[];
}

const READ = new Set(['opened', 'downloaded']);
// Plain `en` would be American.
const REGIONS = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE' } as const;

/** Day and time of the universal clock, which is the log's. */
export const universal = (language: Language, iso: string): string =>
  `${new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))} UTC`;

export const documentsIn = (events: LoggedEvent[]): ProvenDocument[] => {
  const documents = new Map<string, ProvenDocument>();
  for (const event of events) {
    const document = documents.get(event.subject) ?? { name: event.title, sha256: event.sha256, events: [] };
    document.events.push(event);
    documents.set(event.subject, document);
  }
  return [...documents.values()];
};

const wasRead = (events: LoggedEvent[]): LoggedEvent | undefined => events.find(({ kind }) => READ.has(kind));

/** How things stand with a document, in a line. */
export const stateOf = (language: Language, { events }: ProvenDocument): string => {
  const said = (key: 'withdrawn' | 'replaced' | 'opened', { at }: LoggedEvent): string =>
    proofText(language, `proof.state.${key}`, { moment: universal(language, at) });
  const withdrawn = events.find(({ kind }) => kind === 'withdrawn');
  if (withdrawn !== undefined) return said('withdrawn', withdrawn);
  const replaced = events.find(({ kind }) => kind === 'replaced');
  if (replaced !== undefined) return said('replaced', replaced);
  const read = wasRead(events);
  if (read !== undefined) return said('opened', read);
  return proofText(
    language,
    events[0]?.actorType === 'client' ? 'proof.state.provided' : 'proof.state.unopened',
  );
};

/** One event as a sentence. */
export const sentenceOf = (language: Language, event: LoggedEvent, { events }: ProvenDocument): string => {
  const kind = PROOF_KINDS.find((known) => known === event.kind);
  if (kind === undefined) return event.kind;
  const earlier = events.filter(({ seq }) => seq < event.seq);
  const values = {
    actor: event.actorName,
    address: event.address,
    successor: event.reader,
    wasOpened: String(wasRead(earlier) !== undefined),
  };
  return proofText(language, `proof.event.${kind}`, values);
};
