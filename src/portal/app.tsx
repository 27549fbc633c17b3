import { useLayoutEffect, useMemo, useRef } from 'react';
import { createBrowserRouter, Outlet, RouterProvider, useLocation, useRouteError } from 'react-router-dom';
import { asPortalError } from './answer';
import { loadFirm } from './api';
import { Firm, useFirm } from './firm/firm';
import { PAGES } from './routes';
import { LanguageProvider } from './session/language';
import { SessionProvider } from './session/session';
import { wearAccent } from './ui/accent';
import { Failure } from './ui/failure';
import { PageFrame } from './ui/page-heading';
import { useResource } from './ui/resource';
import { ToastProvider } from './ui/toast';

/** Knows for every page whether the reader came from another one. */
function Root() {
  const { name } = useFirm();
  const { key } = useLocation();
  const first = useRef(key);
  const moved = useRef(false);
  // Before the headings' own effects, which ask for it.
  useLayoutEffect(() => {
    if (key !== first.current) moved.current = true;
  }, [key]);
  return (
    <PageFrame.Provider value={useMemo(() => ({ firmName: name, moved }), [name])}>
      <ToastProvider>
        <SessionProvider>
          <Outlet />
        </SessionProvider>
      </ToastProvider>
    </PageFrame.Provider>
  );
}

/** What a page threw, or a part of the portal that did not load. */
const Broken = () => (
  <main className="bare">
    <Failure error={asPortalError(useRouteError())} onRetry={() => location.reload()} />
  </main>
);

/** Nothing yet: the first page's code is on its way. */
const HydrateFallback = () => null;

const router = createBrowserRouter(
  [{ element: <Root />, errorElement: <Broken />, HydrateFallback, children: PAGES }],
  {
    basename: '/portal',
    future: {
      v7_fetcherPersist: true,
      v7_normalizeFormMethod: true,
      v7_partialHydration: true,
      v7_relativeSplatPath: true,
      v7_skipActionErrorRevalidation: true,
    },
  },
);

/** The portal, once it knows whose it is and which language to speak. */
export function App() {
  const { value: firm, error, reload } = useResource(loadFirm);
  useLayoutEffect(() => {
    if (firm) wearAccent(firm.accentColour);
  }, [firm]);
  if (!firm && !error) return null;
  return (
    <LanguageProvider fallback={firm?.defaultLanguage ?? 'en'}>
      {firm ? (
        <Firm.Provider value={firm}>
          <RouterProvider router={router} future={{ v7_startTransition: true }} />
        </Firm.Provider>
      ) : (
        <main className="bare">{error && <Failure error={error} onRetry={reload} />}</main>
      )}
    </LanguageProvider>
  );
}
