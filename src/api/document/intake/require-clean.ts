import { refuse } from '../../../contract/refuse';
import type { Refusal } from '../../../contract/refuse';
import { refusals, type Verdict } from '../../../plugin-services';
import type { Spooled } from './spool';
import type { Upload } from './upload';

/** Who sends a file, and where to; kept with a refused attempt so that staff see it (R27). */
export interface Sender {
  actor: string;
  /** The dossier's documentId. */
  scope: string;
}

const refusalFor = (verdict: Exclude<Verdict, { status: 'clean' }>): Refusal => {
  if (verdict.status === 'infected') {
    return refuse('file-infected', `Infected with ${verdict.signature}`, { signature: verdict.signature });
  }
  if (verdict.status === 'refused' && verdict.reason === 'too-large') {
    return refuse('too-large', 'Over the limit of the scanner');
  }
  if (verdict.status === 'refused')
    return refuse('file-refused', `Refused by the scanner: ${verdict.reason}`);
  return refuse('scanner-unavailable', `No verdict: ${verdict.reason}`);
};

const reasonOf = (verdict: Exclude<Verdict, { status: 'clean' }>): string => {
  if (verdict.status === 'infected') return 'infected';
  return verdict.status === 'refused' ? verdict.reason : 'scanner-unavailable';
};

/** Only an exact clean verdict passes; every other one is kept as an attempt, and the file is not. */
export const requireClean = async (
  upload: Upload,
  sender: Sender,
  { verdict, size, sha256 }: Spooled,
): Promise<void> => {
  if (verdict.status === 'clean') return;
  const signature = 'signature' in verdict ? (verdict.signature ?? null) : null;
  await refusals().record({
    ...sender,
    name: upload.name,
    size,
    sha256,
    reason: reasonOf(verdict),
    signature,
  });
  throw refusalFor(verdict);
};
