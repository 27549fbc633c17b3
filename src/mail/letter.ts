import type { Language } from '../contract/common';
import { mailText, type MailKey } from '../texts';

/** What a mail may know: never a name, a subject or a matter of the case (B6). */
export interface Recipient {
  to: string;
  language: Language;
  firm: { name: string; phone: string | null };
  publicUrl: string;
  /** Whether they sign in with a user name that is not their address (R6). */
  hasUserName: boolean;
  /** Whose invitation it is; it proves nothing. */
  reference: string;
  /** Only in mails that carry a link to be used once. */
  token: string;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

interface Content {
  subject: MailKey;
  paragraphs: MailKey[];
  link?: { label: MailKey; href: string };
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const PARAGRAPH = 'margin:0 0 16px;font:16px/1.5 Arial,sans-serif;color:#1f2328';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:8px;font:16px/1.5 Arial,sans-serif';

const html = (
  language: Language,
  lines: string[],
  link: { label: string; href: string } | undefined,
): string => {
  const paragraphs = lines.map(
    (line) => `<p style="${PARAGRAPH}">${escaped(line).replace(/\n/g, '<br>')}</p>`,
  );
  // The plain address stands below the button: some readers cannot press it, some like to see where it leads.
  const button = link
    ? `<p style="${PARAGRAPH}"><a href="${escaped(link.href)}" style="${BUTTON}">${escaped(link.label)}</a></p>` +
      `<p style="${PARAGRAPH}">${escaped(link.href)}</p>`
    : '';
  const body = [...paragraphs.slice(0, -1), button, ...paragraphs.slice(-1)].join('');
  return `<!doctype html><html lang="${language}"><body style="margin:0;padding:24px;background:#ffffff">${body}</body></html>`;
};

/** Lays out a mail as text and as HTML from the same words. The last paragraph is the greeting. */
export const letter = (
  recipient: Recipient,
  { subject, paragraphs, link }: Content,
  more: Record<string, string> = {},
): Letter => {
  const { language, firm } = recipient;
  const values = { ...more, firm: firm.name, phone: firm.phone ?? '' };
  const greeting =
    firm.phone === null ? ('mail.greeting.without-phone' as const) : ('mail.greeting' as const);
  const keys: MailKey[] = ['mail.salutation', ...paragraphs, greeting];
  const lines = keys.map((key) => mailText(language, key, values));
  const shown = link && { label: mailText(language, link.label, values), href: link.href };
  const plain = shown ? [...lines.slice(0, -1), `${shown.label}:\n${shown.href}`, ...lines.slice(-1)] : lines;
  return {
    to: recipient.to,
    subject: mailText(language, subject, values),
    text: plain.join('\n\n'),
    html: html(language, lines, shown),
  };
};
