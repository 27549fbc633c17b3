import { useCallback, useMemo } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import type en from '../texts/en/desk.json';

export type Word = keyof typeof en;

export type Say = (word: Word, values?: Record<string, PrimitiveType>) => string;

/** Says a text of the desk in the language of the member of staff. */
export const useSay = (): Say => {
  const intl = useIntl();
  return useCallback((word, values) => intl.formatMessage({ id: word }, values), [intl]);
};

// Plain `en` would be American; the firm's clients and staff read European dates.
const REGIONS: Record<string, string> = { en: 'en-GB', nl: 'nl-NL', de: 'de-DE' };

/** The locale whose dates and numbers the reader is used to. */
const useRegion = (): string => {
  const { locale } = useIntl();
  return REGIONS[locale] ?? locale;
};

const sizeIn = (region: string, bytes: number): string => {
  const [unit, amount] =
    bytes < 1000 ? ['byte', bytes] : bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  return new Intl.NumberFormat(region, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && unit !== 'byte' ? 1 : 0,
  }).format(amount);
};

export interface Figures {
  /** An ISO moment as day and time of the reader's clock. */
  moment: (iso: string) => string;
  /** A calendar day, `2026-12-04`. */
  day: (day: string) => string;
  /** Bytes as kB or MB. */
  size: (bytes: number) => string;
}

/** Dates, times and sizes written out as the reader's country writes them. */
export const useFigures = (): Figures => {
  const region = useRegion();
  const say = useSay();
  return useMemo(() => {
    const date = new Intl.DateTimeFormat(region, { dateStyle: 'long' });
    const time = new Intl.DateTimeFormat(region, { timeStyle: 'short' });
    const calendar = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
    return {
      moment: (iso) => {
        const at = new Date(iso);
        return say('desk.time.moment', { date: date.format(at), time: time.format(at) });
      },
      day: (day) => calendar.format(new Date(`${day}T00:00:00Z`)),
      size: (bytes) => sizeIn(region, bytes),
    };
  }, [region, say]);
};
