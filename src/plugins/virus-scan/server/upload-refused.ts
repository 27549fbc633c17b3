import type { Verdict } from './verdict';

type Refusing = Exclude<Verdict, { status: 'clean' }>;

const SENTENCES = {
  'encrypted-archive': 'is an encrypted archive, which cannot be checked for viruses',
  'encrypted-document': 'is an encrypted document, which cannot be checked for viruses',
  'too-large': 'is too large to be checked for viruses',
  'archive-bomb': 'unpacks to more than can be checked for viruses',
} as const;

function sentenceFor(name: string, verdict: Refusing): string {
  if (verdict.status === 'unavailable') return 'The virus scanner does not answer. The file was not stored.';
  const why =
    verdict.status === 'infected' ? `contains a virus (${verdict.signature})` : SENTENCES[verdict.reason];
  return `${name} ${why}. It was not stored.`;
}

/** Answers the request with 422, or with 503 where there was no verdict; Strapi reads `status` and `details`. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly status: 422 | 503;
  readonly details: { reason: string; signature?: string };

  constructor(fileName: string, verdict: Refusing) {
    super(sentenceFor(fileName, verdict));
    this.status = verdict.status === 'unavailable' ? 503 : 422;
    const reason = verdict.status === 'refused' ? verdict.reason : verdict.status;
    const signature = 'signature' in verdict ? verdict.signature : undefined;
    this.details = signature === undefined ? { reason } : { reason, signature };
  }
}
