/** Why a file is refused although no virus was found in it. */
export const REFUSED_REASONS = [
  'encrypted-archive',
  'encrypted-document',
  'too-large',
  'archive-bomb',
] as const;
export type RefusedReason = (typeof REFUSED_REASONS)[number];

/** Why there is no verdict: the file is neither clean nor infected, and must not be stored. */
export const UNAVAILABLE_REASONS = [
  'not-configured',
  'unreachable',
  'silent',
  'overdue',
  'cut-off',
  'aborted',
  'unexpected-answer',
] as const;
export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[number];

export type Verdict =
  | { status: 'clean' }
  | { status: 'infected'; signature: string }
  | { status: 'refused'; reason: RefusedReason; signature?: string }
  | { status: 'unavailable'; reason: UnavailableReason; detail?: string };

export const unavailable = (reason: UnavailableReason, detail?: string): Verdict =>
  detail === undefined ? { status: 'unavailable', reason } : { status: 'unavailable', reason, detail };

function judge(signature: string): Verdict {
  if (signature.startsWith('Heuristics.Encrypted.PDF')) {
    return { status: 'refused', reason: 'encrypted-document', signature };
  }
  if (signature.startsWith('Heuristics.Encrypted.')) {
    return { status: 'refused', reason: 'encrypted-archive', signature };
  }
  if (signature.startsWith('Heuristics.Limits.Exceeded')) {
    return { status: 'refused', reason: 'archive-bomb', signature };
  }
  return { status: 'infected', signature };
}

/** Reads one answer of clamd to INSTREAM, without its closing NUL; whatever is not exactly known is no verdict. */
export function readAnswer(answer: string): Verdict {
  if (answer === 'stream: OK') return { status: 'clean' };
  if (answer === 'INSTREAM size limit exceeded. ERROR') return { status: 'refused', reason: 'too-large' };
  const signature = /^stream: (\S+) FOUND$/.exec(answer)?.[1];
  return signature === undefined ? unavailable('unexpected-answer', answer.slice(0, 200)) : judge(signature);
}
