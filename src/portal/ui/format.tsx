import { FormattedDate, FormattedNumber } from 'react-intl';

/** "20 November 2026 at 14:05", in the reader's language and time. */
export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at}>
    <FormattedDate value={at} dateStyle="long" timeStyle="short" />
  </time>
);

/** "20 November 2026", from a moment. */
export const DayOf = ({ at }: { at: string }) => (
  <time dateTime={at}>
    <FormattedDate value={at} dateStyle="long" />
  </time>
);

/** A calendar day: the same for every reader, whatever the time zone. */
export const Day = ({ on }: { on: string }) => (
  <time dateTime={on}>
    <FormattedDate value={on} dateStyle="long" timeZone="UTC" />
  </time>
);

const KILOBYTE = 1000;

/** "240 kB" or "1.2 MB", from bytes; never "0 kB". */
export function Size({ bytes }: { bytes: number }) {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  if (kilobytes < KILOBYTE) return <FormattedNumber value={kilobytes} style="unit" unit="kilobyte" />;
  return (
    <FormattedNumber
      value={kilobytes / KILOBYTE}
      style="unit"
      unit="megabyte"
      maximumFractionDigits={kilobytes < 10 * KILOBYTE ? 1 : 0}
    />
  );
}
