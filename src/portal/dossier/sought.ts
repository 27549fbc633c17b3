import { DOSSIER_STATUSES, type DossierRow, type DossierStatus } from '../../contract/dossier';

export const ORDERS = ['latest', 'number', 'description'] as const;
export type Order = (typeof ORDERS)[number];

/** What the reader looks for in the list of dossiers. */
export interface Sought {
  text: string;
  /** The statuses that are ticked. */
  statuses: readonly DossierStatus[];
  order: Order;
}

export const EVERYTHING: Sought = { text: '', statuses: DOSSIER_STATUSES, order: 'latest' };

/** Without capitals and accents: who seeks "Muller" finds "Müller". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

const inOrder = (order: Order, locale: string) => {
  // "2026.9" stands before "2026.10".
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return (one: DossierRow, other: DossierRow): number =>
    order === 'latest'
      ? other.lastActivityAt.localeCompare(one.lastActivityAt)
      : compare(one[order], other[order]);
};

/** The dossiers that have every word of the text in their number or description (R50), and a ticked status (R51). */
export function seek(
  dossiers: readonly DossierRow[],
  { text, statuses, order }: Sought,
  locale: string,
): DossierRow[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return dossiers
    .filter(({ status }) => statuses.includes(status))
    .filter(({ number, description }) => {
      const told = plain(`${number} ${description}`);
      return words.every((word) => told.includes(word));
    })
    .sort(inOrder(order, locale));
}

/** The statuses there are: a filter stands only where it can part one dossier from another. */
export const statusesOf = (dossiers: readonly DossierRow[]): DossierStatus[] =>
  DOSSIER_STATUSES.filter((status) => dossiers.some((dossier) => dossier.status === status));
