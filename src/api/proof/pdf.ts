import type { Language } from '../../contract/common';
import type { LoggedEvent } from '../../plugin-services';
import { proofText, type ProofKey } from '../../texts';
import { documentsIn, sentenceOf, stateOf, universal, type ProvenDocument } from './pdf-text';
import { finished, heading, newSheet, numberPages, paragraph, table, title, type Sheet } from './sheet';

/** What an export is about. */
export interface Exported {
  language: Language;
  number: string;
  description: string;
  client: string;
  firm: string;
  staff: string;
  exportedAt: Date;
  keyId: string;
  events: LoggedEvent[];
}

type Say = (key: ProofKey, values?: Record<string, string | number>) => string;

const writeBeginning = (sheet: Sheet, say: Say, exported: Exported, documents: number): void => {
  const { language, number, description, client, firm, staff, events } = exported;
  title(sheet, say('proof.title', { number }));
  paragraph(sheet, say('proof.about', { description, client, firm }));
  const moment = universal(language, exported.exportedAt.toISOString());
  paragraph(sheet, say('proof.exported', { moment, staff, count: events.length, documents }));
  if (documents === 0) paragraph(sheet, say('proof.empty'));
};

const writeDocuments = (
  sheet: Sheet,
  say: Say,
  language: Language,
  documents: ProvenDocument[],
): Promise<void> => {
  heading(sheet, say('proof.documents'));
  return table(sheet, {
    widths: [150, '*', 140],
    head: [say('proof.document'), say('proof.hash'), say('proof.state')],
    rows: documents.map((document) => [document.name, document.sha256, stateOf(language, document)]),
  });
};

const writeEvents = (sheet: Sheet, say: Say, language: Language, document: ProvenDocument): Promise<void> => {
  heading(sheet, document.name);
  return table(sheet, {
    widths: [150, '*'],
    head: [say('proof.moment'), say('proof.event')],
    rows: document.events.map((event) => [
      universal(language, event.at),
      sentenceOf(language, event, document),
    ]),
  });
};

const writeEnd = (sheet: Sheet, say: Say, { keyId, events }: Exported): void => {
  heading(sheet, say('proof.check'));
  paragraph(sheet, say('proof.check.how'));
  paragraph(sheet, say('proof.check.key', { key: keyId }));
  const last = events.at(-1);
  if (last !== undefined) paragraph(sheet, say('proof.check.last', { hash: last.hash }));
};

/** The log as a tagged PDF for people who decide by it: what happened, in sentences of their language. */
export const proofPdf = async (exported: Exported): Promise<Buffer> => {
  const { language, number, firm, events } = exported;
  const say: Say = (key, values) => proofText(language, key, values);
  const documents = documentsIn(events);
  const sheet = newSheet(language, say('proof.title', { number }), firm);
  writeBeginning(sheet, say, exported, documents.length);
  if (documents.length > 0) await writeDocuments(sheet, say, language, documents);
  for (const document of documents) await writeEvents(sheet, say, language, document);
  writeEnd(sheet, say, exported);
  numberPages(sheet, (page, pages) => say('proof.page', { page, pages }));
  return finished(sheet);
};
