import { useDebounce } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { securityEventQuerySchema } from '../../contract/security-event';

const PAUSE_MS = 250;
const DAY_MS = 86_400_000;
export const ALL = 'all';

export type Wish = 'event' | 'query' | 'from' | 'until' | 'before';

/** The moment at which a day begins for the reader; `after` so many days later. Nothing where it is no day. */
const beginOf = (day: string, after: number): string | undefined => {
  const begin = new Date(`${day}T00:00`);
  if (Number.isNaN(begin.getTime())) return undefined;
  // Noon of the day itself keeps clear of the hours that summer time adds and takes.
  const wanted = new Date(begin.getTime() + after * DAY_MS + DAY_MS / 2);
  wanted.setHours(0, 0, 0, 0);
  return wanted.toISOString();
};

/** What the reader wants to see; it stands in the address, so that going back finds the list as it was. */
export const useWishes = () => {
  const [params, setParams] = useSearchParams();
  const wish = (name: Wish): string => params.get(name) ?? '';
  const setWish = (name: Wish, value: string): void => {
    const next = new URLSearchParams(params);
    // Another question begins with its newest.
    if (name !== 'before') next.delete('before');
    if (value === '' || value === ALL) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: name !== 'before' });
  };
  const query = new URLSearchParams();
  const given = {
    event: wish('event'),
    query: wish('query').trim(),
    from: beginOf(wish('from'), 0) ?? '',
    until: beginOf(wish('until'), 1) ?? '',
    before: wish('before'),
  };
  for (const [name, value] of Object.entries(given)) if (value !== '') query.set(name, value);
  // Who wrote the address by hand sees the newest, and no fault.
  const isAskable = securityEventQuerySchema.safeParse(Object.fromEntries(query)).success;
  return { wish, setWish, settled: useDebounce(isAskable ? query.toString() : '', PAUSE_MS) };
};
