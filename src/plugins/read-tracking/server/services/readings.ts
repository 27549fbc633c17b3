import { countsAsReading, isPrefetch } from '../honest';
import { asking } from '../reading/ask';
import { noting } from '../reading/note';
import { unread } from '../reading/unread';

/** Who is to read what, what they did, and what is unread. */
export const createReadings = () => ({
  ...noting,
  ...asking,
  ...unread,

  /** Whether the request only fetches ahead: the host gives it nothing, or it could be read without a trace. */
  isPrefetch,

  countsAsReading,
});

export type Readings = ReturnType<typeof createReadings>;
