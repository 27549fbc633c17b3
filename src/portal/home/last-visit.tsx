import { FormattedDate, FormattedMessage, FormattedRelativeTime, FormattedTime } from 'react-intl';

const DAY = 86_400_000;
/** A day's name stands for one day alone as long as the week is not over. */
const WEEK = 7;

/** How many midnights, in the reader's own time, lie between a moment and now. */
const daysSince = (at: Date): number => {
  const midnight = (moment: Date) => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return (midnight(new Date()) - midnight(at)) / DAY;
};

/** When the last visit was, as one says it: "today at 09:14", "yesterday", "Tuesday", "4 March 2026". */
export function LastVisit({ at }: { at: string }) {
  const days = daysSince(new Date(at));
  if (days <= 0)
    return <FormattedMessage id="home.visit.today" values={{ time: <FormattedTime value={at} /> }} />;
  if (days === 1) return <FormattedRelativeTime value={-1} unit="day" numeric="auto" />;
  if (days < WEEK) return <FormattedDate value={at} weekday="long" />;
  return <FormattedDate value={at} dateStyle="long" />;
}
