import { createHash } from 'node:crypto';
import { deskDocumentListSchema, type DeskDocument } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { pdfOf, type Answer, type Browser } from '../support';
import type { Case } from '../access/case';
import { begin } from '../upload/tus';

export const CORRECTED = pdfOf('as it was agreed');

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Publishes a corrected version in the place of a document, in one request. */
export const replace = (
  desk: Browser,
  id: string,
  content: Buffer = CORRECTED,
  name = 'Corrected deed.pdf',
): Promise<Answer> => desk.upload(`/documents/${id}/replacement`, name, content);

/** Staff announce a corrected version that comes in parts. */
export const beginReplacing = (
  { jan, dossier }: Case,
  documentId: string,
  within: { id: string } = dossier,
): Promise<Answer> =>
  begin(jan.desk, within, { size: CORRECTED.length, way: 'replacement', replaces: documentId });

/** What the client finds in the dossier, by name. */
export const foundBy = async ({ anna, dossier }: Case) => {
  const answer = await anna.portal.get(`/dossiers/${dossier.id}`);
  return answer.as(dossierViewSchema).documents;
};

/** The documents as the desk has them, by their names. */
export const atDesk = async ({ jan, dossier }: Case): Promise<Map<string, DeskDocument>> => {
  const answer = await jan.desk.get(`/dossiers/${dossier.id}/documents`);
  const { documents } = answer.as(deskDocumentListSchema);
  return new Map(documents.map((document) => [document.name, document]));
};
