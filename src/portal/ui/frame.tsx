import { WifiOff } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

const followLine = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Tells that the device has lost its line, and that nothing typed is lost. */
function OfflineNotice() {
  const online = useSyncExternalStore(followLine, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <WifiOff aria-hidden="true" />
          <FormattedMessage id="page.offline.text" />
        </p>
      )}
    </div>
  );
}

interface Props {
  brand: ReactNode;
  /** Right side of the header. */
  tools: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

/** What every page stands in. */
export const Frame = ({ brand, tools, footer, children }: Props) => (
  <div className="frame">
    <a className="skip-link" href="#content">
      <FormattedMessage id="page.skip.link" />
    </a>
    <header className="frame-header">
      <div className="frame-inner">
        <div className="brand">{brand}</div>
        <div className="frame-tools">{tools}</div>
      </div>
    </header>
    <OfflineNotice />
    <main id="content" className="frame-main" tabIndex={-1}>
      {children}
    </main>
    <footer className="frame-footer">
      <div className="frame-inner">{footer}</div>
    </footer>
  </div>
);
