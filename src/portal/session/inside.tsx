import { useCallback, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router-dom';
import { asPortalError, type PortalError } from '../answer';
import { DossierListProvider } from '../dossier/dossier-list-context';
import { FirmBrand } from '../firm/firm-brand';
import { FirmContact } from '../firm/firm-contact';
import { HomeProvider } from '../home/home-context';
import { useAgain } from '../ui/again';
import { Failure } from '../ui/failure';
import { Frame } from '../ui/frame';
import { Skeleton } from '../ui/loaded';
import { AccountTools } from './account-tools';
import { FrameFooter } from './frame-footer';
import { HeaderNav, ThumbNav } from './main-nav';
import { useSession } from './session';
import { SessionWarning } from './session-warning';

/** Asks once who is signed in; a failure can be tried again, and is by itself where the line was away. */
function useEntry(): { error: PortalError | null; retry: () => void } {
  const { state, enter } = useSession();
  const [error, setError] = useState<PortalError | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (state !== 'unknown') return;
    enter().then(
      () => setError(null),
      (thrown: unknown) => setError(asPortalError(thrown)),
    );
  }, [state, enter, turn]);
  const retry = useCallback(() => setTurn((count) => count + 1), []);
  useAgain(error, retry);
  return { error, retry };
}

/** The pages behind the sign-in. Who is not signed in goes there first, and comes back afterwards. */
export function Inside() {
  const { state, account } = useSession();
  const { pathname, search } = useLocation();
  const { error, retry } = useEntry();

  if (state === 'unknown') {
    return (
      <main className="bare">
        {error ? <Failure error={error} onRetry={retry} /> : <Skeleton page lines={4} />}
      </main>
    );
  }
  if (!account) {
    // Who left on purpose starts anew: somebody else may sign in next.
    return <Navigate to="/sign-in" replace state={state === 'left' ? null : { from: pathname + search }} />;
  }
  return (
    <HomeProvider>
      <Frame
        nav={<HeaderNav />}
        bar={<ThumbNav />}
        brand={
          <Link to="/home" className="brand-name">
            <FirmBrand />
          </Link>
        }
        tools={<AccountTools account={account} />}
        footer={
          <FrameFooter>
            <FirmContact />
          </FrameFooter>
        }
      >
        <SessionWarning />
        <DossierListProvider>
          <Outlet />
        </DossierListProvider>
      </Frame>
    </HomeProvider>
  );
}
