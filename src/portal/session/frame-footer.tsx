import { CircleHelp, Newspaper } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import { useFirm } from '../firm/firm';

/** The firm's name, the ways to help (R13) and news (R106), and the version of the portal (R12). */
export function FrameFooter({ children }: { children?: ReactNode }) {
  const { name, version } = useFirm();
  return (
    <>
      <p className="footer-name">{name}</p>
      {children}
      <Link to="/help" className="footer-link">
        <CircleHelp aria-hidden="true" />
        <FormattedMessage id="help.link" />
      </Link>
      <Link to="/news" className="footer-link">
        <Newspaper aria-hidden="true" />
        <FormattedMessage id="news.title" />
      </Link>
      <p className="version">
        <FormattedMessage id="firm.version.text" values={{ version }} />
      </p>
    </>
  );
}
