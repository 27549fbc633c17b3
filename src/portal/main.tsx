import './without-eval';
import '@fontsource-variable/source-sans-3/index.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/frame.css';
import './session/session.css';
import './dossier/dossier.css';
import './document/document.css';
import './message/message.css';
import './ui/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { fetchTexts, ownLanguage } from './session/language';

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

const language = ownLanguage();
if (language) void fetchTexts(language);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
