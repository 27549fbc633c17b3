import { createHash } from 'node:crypto';

const LONGEST_TEXT = 255;

/** The text under which a subject is counted: itself, or its hash where the database could not hold it. */
export function subjectKey(subject: string): string {
  if (subject.length <= LONGEST_TEXT && !subject.includes('\0')) return subject;
  return `sha256:${createHash('sha256').update(subject).digest('hex')}`;
}

/** As much of a text as the database holds. */
export const fitting = (text: string): string =>
  [...text.replaceAll('\0', '')].slice(0, LONGEST_TEXT).join('');
