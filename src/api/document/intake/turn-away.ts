import type { RefusalReason } from '../../../contract/document';
import type { ErrorCode } from '../../../contract/errors';
import { refuse, type Refusal } from '../../../contract/refuse';
import type { UploadRules } from '../../../contract/upload-rules';
import { refusals } from '../../../plugin-services';
import type { Announced } from './upload';

/** Who sends a file, and where to; kept with a refused attempt so that staff see it (R27). */
export interface Sender {
  actor: string;
  /** The dossier's documentId. */
  scope: string;
}

/** A file that is not taken, and why. */
export interface Attempt {
  reason: RefusalReason;
  /** Where nothing was read: as large as it said it was, and without a hash. */
  size: number;
  sha256: string;
  /** What the scanner calls it. */
  signature?: string;
  /** For the log, where there is more to say. */
  detail?: string;
}

const CODES = {
  infected: 'file-infected',
  'type-refused': 'file-type-refused',
  'content-mismatch': 'file-content-mismatch',
  'too-large': 'too-large',
  'dossier-full': 'dossier-full',
  'encrypted-archive': 'file-encrypted',
  'encrypted-document': 'file-encrypted',
  'archive-bomb': 'file-unpacks-too-large',
  'scanner-unavailable': 'scanner-unavailable',
} as const satisfies Record<RefusalReason, ErrorCode>;

const refusalFor = ({ reason, signature = '', detail = '' }: Attempt, rules: UploadRules): Refusal => {
  const sentence = `A file was turned away: ${reason} ${signature}${detail}`;
  if (reason === 'infected') return refuse('file-infected', sentence, { signature });
  if (reason === 'too-large') return refuse('too-large', sentence, { megabytes: rules.maxBytes / 1_000_000 });
  if (reason === 'type-refused') return refuse('file-type-refused', sentence, { types: rules.fileTypes });
  return refuse(CODES[reason], sentence);
};

/** Keeps the attempt where staff see it, and never the file; then refuses. */
export const turnAway = async (
  upload: Pick<Announced, 'name'>,
  sender: Sender,
  rules: UploadRules,
  attempt: Attempt,
): Promise<never> => {
  const { reason, size, sha256, signature = null } = attempt;
  await refusals().record({ ...sender, name: upload.name, size, sha256, reason, signature });
  throw refusalFor(attempt, rules);
};
