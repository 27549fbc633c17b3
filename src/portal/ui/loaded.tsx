import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Failure } from './failure';
import { NotFound } from './not-found';
import type { Resource } from './resource';

interface Props<T> {
  resource: Resource<T>;
  /** How many lines the page will roughly have. */
  lines?: number;
  children: (value: T) => ReactNode;
}

/** The page's shape while it loads; CSS shows it only after 300 ms. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => (
  <div className="skeleton" role="status">
    <span className="visually-hidden">
      <FormattedMessage id="page.loading.text" />
    </span>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} className="skeleton-line" aria-hidden="true" />
    ))}
  </div>
);

/** Draws what was loaded, or says why it is not there. */
export function Loaded<T>({ resource: { value, error, reload }, lines, children }: Props<T>) {
  if (value !== null) return <>{children(value)}</>;
  if (error === null) return <Skeleton lines={lines} />;
  // The page turns to the sign-in by itself.
  if (error.code === 'not-signed-in') return null;
  if (error.code === 'not-found') return <NotFound />;
  return <Failure error={error} onRetry={reload} />;
}
