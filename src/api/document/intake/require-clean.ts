import { extensionOf } from '../../../contract/file-name';
import type { FirmSettings } from '../../../contract/firm-settings';
import { whyNotUpload, type UploadRules } from '../../../contract/upload-rules';
import { refuse } from '../../../contract/refuse';
import type { Verdict } from '../../../plugin-services';
import { matchesExtension } from './file-kind';
import { isLocked } from './locked';
import { whyNoRoom, type Room } from './room';
import type { Spooled } from './spool';
import { turnAway, type Attempt, type Sender } from './turn-away';
import type { Announced, Upload } from './upload';

type Why = Pick<Attempt, 'reason' | 'signature' | 'detail'>;

/** Before a byte is read: what need not come at all. */
export const requireTakeable = async (
  upload: Announced,
  sender: Sender,
  rules: UploadRules,
  room: Room,
): Promise<void> => {
  const why = whyNotUpload(upload, rules) ?? (await whyNoRoom(room, upload.size ?? 0));
  if (why === undefined) return;
  if (why === 'file-empty') throw refuse('file-empty', 'An empty file');
  const reason = why === 'file-type-refused' ? 'type-refused' : why;
  await turnAway(upload, sender, rules, { reason, size: upload.size ?? 0, sha256: '' });
};

const isAboutPassword = (verdict: Verdict): boolean =>
  verdict.status === 'refused' && verdict.reason.startsWith('encrypted-');

const whyNotClean = (verdict: Verdict): Why | undefined => {
  if (verdict.status === 'clean') return undefined;
  if (verdict.status === 'infected') return { reason: 'infected', signature: verdict.signature };
  if (verdict.status === 'unavailable') return { reason: 'scanner-unavailable', detail: verdict.reason };
  const { reason, signature } = verdict;
  return signature === undefined ? { reason } : { reason, signature };
};

/** The scanner's word comes first: a virus is a virus, whatever else is wrong with the file. */
const whyNot = async (
  { name }: Upload,
  { verdict, head }: Spooled,
  { encryptedArchives }: FirmSettings,
): Promise<Why | undefined> => {
  const mayHide = encryptedArchives === 'accept';
  const unclean = mayHide && isAboutPassword(verdict) ? undefined : whyNotClean(verdict);
  if (unclean !== undefined) return unclean;
  const extension = extensionOf(name);
  if (isLocked(head, extension)) return mayHide ? undefined : { reason: 'encrypted-document' };
  return (await matchesExtension(head, extension)) ? undefined : { reason: 'content-mismatch' };
};

/** Only an exact clean verdict passes, on a file that is what its name says; every other attempt is kept without it. */
export const requireClean = async (
  upload: Upload,
  sender: Sender,
  { firm, rules }: { firm: FirmSettings; rules: UploadRules },
  spooled: Spooled,
): Promise<void> => {
  const { size, sha256 } = spooled;
  // A file of nothing has no virus, and no type either.
  if (size === 0 && spooled.verdict.status === 'clean') throw refuse('file-empty', 'An empty file');
  const why = await whyNot(upload, spooled, firm);
  if (why !== undefined) await turnAway(upload, sender, rules, { ...why, size, sha256 });
};
