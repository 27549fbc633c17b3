import { FormattedMessage } from 'react-intl';
import { Outlet } from 'react-router-dom';
import { FirmBrand } from '../firm/firm-brand';
import { FirmContact } from '../firm/firm-contact';
import { Frame } from '../ui/frame';
import { FrameFooter } from './frame-footer';
import { LanguageChoice } from './language-choice';

/** The frame of the pages before sign-in. */
export function Outside() {
  return (
    <Frame
      brand={
        <span className="brand-name">
          <FirmBrand />
        </span>
      }
      tools={<LanguageChoice />}
      footer={<FrameFooter />}
    >
      <div className="card">
        <Outlet />
        <div className="card-help">
          <p>
            <FormattedMessage id="session.help.text" />
          </p>
          <FirmContact />
        </div>
      </div>
    </Frame>
  );
}
