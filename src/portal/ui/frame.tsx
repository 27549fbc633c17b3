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
  /** The ways to the parts of the portal: in the header, and at the foot of the screen. */
  nav?: ReactNode;
  bar?: ReactNode;
  /** Right side of the header. */
  tools: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

/** What every page stands in. */
export const Frame = ({ brand, nav, bar, tools, footer, children }: Props) => (
  <div className="frame">
    <a className="skip-link" href="#content">
      <FormattedMessage id="page.skip.link" />
    </a>
    <header className="frame-header">
      <div className="frame-inner">
        <div className="brand">{brand}</div>
        {nav}
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
    {bar}
  </div>
);
