import { createHash } from 'node:crypto';
import type { Staff } from '../../access/staff';
import { refuse, type Refusal } from '../../contract/refuse';
import { refusals, scanner, type Verdict } from '../../plugin-services';

type Unclean = Exclude<Verdict, { status: 'clean' }>;

const reasonOf = (verdict: Unclean): string => {
  if (verdict.status === 'refused') return verdict.reason;
  return verdict.status === 'infected' ? 'infected' : 'scanner-unavailable';
};

const refusalFor = (verdict: Unclean): Refusal => {
  const sentence = `A logo was turned away: ${reasonOf(verdict)}`;
  if (verdict.status === 'unavailable') return refuse('scanner-unavailable', sentence);
  if (verdict.status === 'refused') return refuse('logo-refused', sentence);
  return refuse('file-infected', sentence, { signature: verdict.signature });
};

/** Lets a logo pass that the scanner calls clean (R26); of every other one the attempt is kept, and never the file (R27). */
export const requireCleanLogo = async (staff: Staff, bytes: Buffer): Promise<void> => {
  const scan = scanner().begin();
  await scan.write(bytes);
  const verdict = await scan.end();
  if (verdict.status === 'clean') return;
  await refusals().record({
    actor: staff.name,
    scope: 'logo',
    name: 'logo',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    reason: reasonOf(verdict),
    signature: verdict.status === 'infected' ? verdict.signature : null,
  });
  throw refusalFor(verdict);
};
