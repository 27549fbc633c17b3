import { Component, useCallback, useState, type ReactNode } from 'react';
import { asPortalError, PortalError } from '../answer';
import { loadFirm } from '../api';
import { useAgain } from './again';
import { Failure } from './failure';

interface Caught {
  at: string;
  thrown: { error: unknown } | null;
}

/** Without a line, a page's code cannot come. */
const whyOf = (thrown: unknown): PortalError =>
  navigator.onLine ? asPortalError(thrown) : new PortalError('unreachable');

/** Begins anew as soon as the portal can be reached: a page that a browser could not load stays empty until then. */
function Broken({ thrown }: { thrown: unknown }) {
  const [error, setError] = useState(() => whyOf(thrown));
  const begin = useCallback(() => {
    loadFirm().then(
      () => location.reload(),
      (failure: unknown) => setError(asPortalError(failure)),
    );
  }, []);
  useAgain(error, begin);
  return <Failure error={error} onRetry={begin} />;
}

/** Says what went wrong where a page threw, or its code did not load; at another address there is another try. */
export class Boundary extends Component<{ at: string; children: ReactNode }, Caught> {
  override state: Caught = { at: this.props.at, thrown: null };

  static getDerivedStateFromError(error: unknown): Partial<Caught> {
    return { thrown: { error } };
  }

  static getDerivedStateFromProps({ at }: { at: string }, before: Caught): Caught | null {
    return at === before.at ? null : { at, thrown: null };
  }

  override render() {
    const { thrown } = this.state;
    if (!thrown) return this.props.children;
    return (
      <main className="bare">
        <Broken thrown={thrown.error} />
      </main>
    );
  }
}
