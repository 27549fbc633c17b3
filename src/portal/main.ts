import '@fontsource-variable/source-sans-3/index.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import './ui/form.css';
import './ui/notice.css';
import './ui/waiting.css';
import './ui/rows.css';
import './ui/menu.css';
import './ui/frame.css';
import './session/session.css';
import './dossier/dossier.css';
import './document/document.css';
import './message/message.css';
import './ui/print.css';

const STALE = 'aktenpoort-stale';

// After an update of the server the old page's parts are gone: one fresh start mends that, a second would not. Without
// a line there is no fresh start, and the page that stands is better than none.
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine || sessionStorage.getItem(STALE)) return;
  sessionStorage.setItem(STALE, 'yes');
  event.preventDefault();
  location.reload();
});
window.addEventListener('load', () => setTimeout(() => sessionStorage.removeItem(STALE), 10_000));

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves when the first look is on the screen. A page in the background is not drawn, and need not wait. */
const seen = (): Promise<void> =>
  new Promise((resolve) =>
    document.visibilityState === 'hidden'
      ? resolve()
      : requestAnimationFrame(() => void turn().then(resolve)),
  );

/**
 * Runs the app piece by piece, and lets the browser draw and answer between them: in one piece it would keep a slow
 * telephone busy for half a second before anything is seen. `first-code.ts` names the pieces, so that they come with
 * the page.
 */
const begin = async (root: HTMLElement): Promise<void> => {
  await seen();
  const { createElement, createRoot, startTransition } = await import('./react');
  await turn();
  const { loadSession } = await import('./api');
  await turn();
  if (loadSession.first()?.account) {
    // Whoever is signed in sees a date: the first one takes a slow telephone an eighth of a second, wherever it is written.
    new Date().toLocaleDateString();
    await turn();
  }
  const { App } = await import('./app');
  await turn();
  // As a transition it is drawn in slices, between which the browser may do something else.
  startTransition(() => createRoot(root).render(createElement(App)));
};

const root = document.getElementById('root');
if (root) void begin(root);
