import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Failure, PartFailure } from './failure';
import { NotFound } from './not-found';
import type { Resource } from './resource';

interface Shape {
  /** The whole page waits for this, its heading too; otherwise it is a part of a page. */
  page?: boolean;
  /** How many lines it will roughly have. */
  lines?: number;
}

interface Props<T> extends Shape {
  resource: Resource<T>;
  children: (value: T) => ReactNode;
}

/** The page's shape while it loads; CSS shows it only after 300 ms. */
export function Skeleton({ page = false, lines = 3 }: Shape) {
  const Words = page ? 'h1' : 'span';
  return (
    <div className="skeleton" role="status">
      <Words className="visually-hidden">
        <FormattedMessage id="page.loading.text" />
      </Words>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Draws what was loaded, or says why it is not there. */
export function Loaded<T>({ resource: { value, error, reload }, page = false, lines, children }: Props<T>) {
  if (value !== null) return <>{children(value)}</>;
  if (error === null) return <Skeleton page={page} lines={lines} />;
  // The page turns to the sign-in by itself.
  if (error.code === 'not-signed-in') return null;
  if (!page) return <PartFailure error={error} onRetry={reload} />;
  return error.code === 'not-found' ? <NotFound /> : <Failure error={error} onRetry={reload} />;
}
