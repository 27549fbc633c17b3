import { useLayoutEffect, useMemo, useRef } from 'react';
import { BrowserRouter, useLocation } from 'react-router-dom';
import { loadFirm } from './api';
import { Firm, useFirm } from './firm/firm';
import { PAGES } from './routes';
import { fetchTexts, LanguageProvider, ownLanguage } from './session/language';
import { SessionProvider } from './session/session';
import { wearAccent } from './ui/accent';
import { Boundary } from './ui/boundary';
import { Failure } from './ui/failure';
import { PageFrame } from './ui/page-heading';
import { pagesOf } from './ui/pages';
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
          <Boundary at={key}>
            <Pages />
          </Boundary>
        </SessionProvider>
      </ToastProvider>
    </PageFrame.Provider>
  );
}

const BASENAME = '/portal';

const Pages = pagesOf(PAGES, BASENAME);

// Asked for now, while the app is not drawn yet.
const language = ownLanguage();
if (language) void fetchTexts(language);

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
          <BrowserRouter
            basename={BASENAME}
            future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
          >
            <Root />
          </BrowserRouter>
        </Firm.Provider>
      ) : (
        <main className="bare">{error && <Failure error={error} onRetry={reload} />}</main>
      )}
    </LanguageProvider>
  );
}
