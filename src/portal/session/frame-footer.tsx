import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useFirm } from '../firm/firm';

/** The firm's name and the version of the portal (R12). */
export function FrameFooter({ children }: { children?: ReactNode }) {
  const { name, version } = useFirm();
  return (
    <>
      <p className="footer-name">{name}</p>
      {children}
      <p className="version">
        <FormattedMessage id="firm.version.text" values={{ version }} />
      </p>
    </>
  );
}
