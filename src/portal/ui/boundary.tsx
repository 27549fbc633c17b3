import { Component, type ReactNode } from 'react';
import { asPortalError } from '../answer';
import { Failure } from './failure';

interface Caught {
  at: string;
  thrown: { error: unknown } | null;
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
        <Failure error={asPortalError(thrown.error)} onRetry={() => location.reload()} />
      </main>
    );
  }
}
